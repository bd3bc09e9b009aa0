import type { Store } from "../../../store/store.ts";
import { webReadMarks } from "./web-message.ts";

/** How far each person has read. Marks only move forward. */
export interface ReadMarks {
  /** Room → the last place in the order that the person has read. */
  of(person: string): Promise<ReadonlyMap<string, number>>;
  /** True when the mark moved. */
  move(person: string, room: string, upTo: number): Promise<boolean>;
}

export function createReadMarks(store: Store, company: string): ReadMarks {
  return {
    async of(person) {
      const marks = await store.find(webReadMarks, { name: "ofPerson", equals: { company, person } });
      return new Map(marks.map((mark) => [mark.room, mark.upTo]));
    },
    async move(person, room, upTo) {
      const _id = `${person}|${room}`;
      // Two tabs may move it at once: whoever comes second looks again, and stops when the other went further.
      for (;;) {
        const standing = await store.get(webReadMarks, _id);
        if (!standing) {
          if ((await store.insert(webReadMarks, { _id, company, person, room, upTo })) === "inserted") return true;
          continue;
        }
        if (standing.upTo >= upTo) return false;
        const changed = await store.change(webReadMarks, _id, { when: { upTo: standing.upTo }, set: { upTo } });
        if (changed.kind === "changed") return true;
      }
    },
  };
}
