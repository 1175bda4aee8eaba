/** The note that a link names, without a heading or a block in it. */
export function withoutSubpath(target: string): string {
  const hash = target.indexOf('#');
  return hash < 0 ? target : target.slice(0, hash);
}

/** The address of a Markdown link as the path that it stands for. */
export function decoded(target: string): string {
  if (!target.includes('%')) return target;
  try {
    return decodeURIComponent(target);
  } catch (problem) {
    if (problem instanceof URIError) return target; // "100%.md" is a file name, not an encoding
    throw problem;
  }
}
