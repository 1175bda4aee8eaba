/** Texts of the room `sense`. */
export const sense = {
};
