/** A file of this machine that is to be sent, or is on its way. */
export interface LocalFile {
  name: string;
  type: string;
  size: number;
  /** Where this page has it. */
  url: string;
}

/** By the id under which the server gets it. They go with the page, or when they are taken out again. */
const files = new Map<string, LocalFile>();

export const localFile = (id: string): LocalFile | undefined => files.get(id);

export function keepLocal(id: string, file: File): LocalFile {
  const { name, type, size } = file;
  const kept = { name, type, size, url: URL.createObjectURL(file) };
  files.set(id, kept);
  return kept;
}

export function dropLocal(id: string): void {
  const kept = files.get(id);
  if (kept) URL.revokeObjectURL(kept.url);
  files.delete(id);
}
