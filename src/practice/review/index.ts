export { type ReviewLinks, helpers, reviewLines, suggestionFor } from './review-lines';
export { type ReviewText, lineOfReview, reviewed, withReview } from './review-section';
