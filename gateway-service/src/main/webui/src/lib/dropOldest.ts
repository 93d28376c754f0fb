/** Whichever came first goes first. */
export function dropOldest<K>(collection: Set<K> | Map<K, unknown>, most: number): void {
  for (const oldest of collection.keys()) {
    if (collection.size <= most) return;
    collection.delete(oldest);
  }
}
