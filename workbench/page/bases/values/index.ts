export { isEmptyValue, ListValue, ObjectValue, RegExpValue } from './collections';
export { DateValue, DurationValue, RelativeDateValue } from './dates';
export { FileValue, LinkValue } from './links';
export { RenderContext } from './render-context';
export { BooleanValue, ErrorValue, HTMLValue, IconValue, ImageValue, NotNullValue, NullValue, NumberValue, PrimitiveValue, StringValue, TagValue, UrlValue, Value } from './value';
export { wrapProperty, wrapValue } from './wrap';
