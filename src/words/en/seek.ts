/** Texts of the room `seek`. */
export const seek = {
};
