/** Texts of the room `serendipity`. */
export const serendipity = {
};
