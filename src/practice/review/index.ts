export { type Chances, type ReviewLinks, type Suggestion, helpers, reviewLines, suggestionFor } from './review-lines';
export { type ReviewText, hasReview, reviewed, withReview } from './review-section';
