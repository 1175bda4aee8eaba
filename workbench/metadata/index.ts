export { parseMetadata } from './parse-metadata';
