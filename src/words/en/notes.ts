/** Texts about reading and writing notes. */
export const notes = {
  missing: (path: string) => `The note "${path}" is not in the vault any more.`,
  notCreated: (path: string, reason: string) => `The note "${path}" could not be made: ${reason}`,
  notChanged: (path: string, reason: string) => `The note "${path}" was left as it is: ${reason}`,
};
