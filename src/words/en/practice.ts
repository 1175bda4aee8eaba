/** Texts of the room `practice`. */
export const practice = {
};
