import type { Note, Uuid } from "../api/types";
import { sortable } from "../lib/instants";
import type { Changes } from "./changes";

/** The notes of one conversation, by id. One that was deleted does not come back. */
export class ThreadNotes {
  readonly #changes: Changes;
  readonly #notes = new Map<Uuid, Note>();
  readonly #touched = new Map<Uuid, number>();
  readonly #deleted = new Set<Uuid>();
  /** In order, until one changes. */
  #order: Note[] | null = null;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  get = (id: Uuid): Note | undefined => this.#notes.get(id);

  /** @param from @param to between which times all is shown, in the form in which times are sorted */
  shown(from: string, to: string): Note[] {
    return this.#sorted().filter(({ at }) => sortable(at) >= from && sortable(at) <= to);
  }

  #sorted(): Note[] {
    return (this.#order ??= [...this.#notes.values()].sort((a, b) =>
      sortable(a.at) + a.id < sortable(b.at) + b.id ? -1 : 1,
    ));
  }

  clear(): void {
    this.#order = null;
    this.#notes.clear();
  }

  /** All that there are, as the server knew them then. */
  putAll(notes: readonly Note[], askedAt: number): void {
    this.#order = null;
    const listed = new Set(notes.map((note) => note.id));
    for (const known of [...this.#notes.keys()]) {
      if (!listed.has(known) && (this.#touched.get(known) ?? 0) <= askedAt) this.#notes.delete(known);
    }
    for (const note of notes) this.put(note);
  }

  put(note: Note): void {
    if (this.#deleted.has(note.id)) return;
    this.#order = null;
    const known = this.#notes.get(note.id);
    const at = (which: Note) => sortable(which.editedAt ?? which.at);
    // An edit that came before its note knows the newer text, the note knows when it was written.
    const text = known && at(known) > at(note) ? known : note;
    const written = known && sortable(known.at) < sortable(note.at) ? known.at : note.at;
    this.#notes.set(note.id, { ...text, at: written });
    this.#touched.set(note.id, this.#changes.next());
  }

  remove(id: Uuid): void {
    this.#order = null;
    this.#deleted.add(id);
    this.#notes.delete(id);
  }
}
