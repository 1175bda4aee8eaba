/** Texts of the room `notes`. */
export const notes = {
};
