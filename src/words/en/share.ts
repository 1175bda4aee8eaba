/** Texts of the room `share`. */
export const share = {
};
