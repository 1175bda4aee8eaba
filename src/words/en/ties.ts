/** Texts of the room `ties`. */
export const ties = {
};
