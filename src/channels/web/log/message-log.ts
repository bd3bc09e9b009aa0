import type { Message } from "../../../message/message.ts";
import type { Json, Store } from "../../../store/store.ts";
import { createMessageOrder } from "./message-order.ts";
import { type StoredMessage, webMessages } from "./web-message.ts";

export interface Spot {
  readonly room: string;
  readonly thread: string | null;
}

export type Said =
  | { readonly kind: "coach"; readonly message: Message }
  | { readonly kind: "person"; readonly person: string; readonly text: string };

/** The messages of one company's web chat. Every promise resolves when the change is durable. */
export interface MessageLog {
  get(id: string): Promise<StoredMessage | undefined>;
  /** Adds a message; with an id that is taken, nothing is added and the first one is given. */
  add(id: string, spot: Spot, at: number, said: Said): Promise<StoredMessage>;
  /** Puts another message in the place of one of the coach's; undefined when there is none. */
  redraw(id: string, message: Message): Promise<StoredMessage | undefined>;
  /** Changes a person's text, or deletes it with null; once an event, undefined when there is no such message. */
  retell(id: string, event: string, text: string | null): Promise<StoredMessage | undefined>;
  /** The newest `limit` before the given place in the order, the oldest of them first. */
  page(
    spot: Spot,
    before: number | undefined,
    limit: number,
  ): Promise<{ readonly messages: readonly StoredMessage[]; readonly more: boolean }>;
  /** At most `limit` messages after the given place in the order, the newest first. */
  after(spot: Spot, seq: number, limit: number): Promise<readonly StoredMessage[]>;
  /** The message that a thread stands under. */
  root(thread: string): Promise<StoredMessage | undefined>;
  /** Replies that were not deleted, and when the last of them came. */
  replies(root: StoredMessage): Promise<{ readonly count: number; readonly lastAt: number | null }>;
}

const EVENTS_KEPT = 16;

export function createMessageLog(store: Store, company: string, now: () => number): MessageLog {
  const nextSeq = createMessageOrder(store, company, now);
  const inPlace = (spot: Spot) =>
    ({ name: "inPlace", equals: { company, room: spot.room, thread: spot.thread } }) as const;

  async function get(id: string): Promise<StoredMessage | undefined> {
    const found = await store.get(webMessages, id);
    return found?.company === company ? found : undefined;
  }

  return {
    get,
    async add(id, spot, at, said) {
      const message: StoredMessage = {
        _id: id,
        company,
        ...spot,
        startsThread: said.kind === "coach" ? (said.message.startsThread ?? null) : null,
        newestFirst: -(await nextSeq()),
        at,
        from: said.kind === "coach" ? { kind: "coach" } : { kind: "person", person: said.person },
        text: said.kind === "coach" ? said.message.text : said.text,
        message: said.kind === "coach" ? said.message : null,
        edited: false,
        deleted: false,
        changedBy: [],
      };
      if ((await store.insert(webMessages, message)) === "inserted") return message;
      const first = await get(id);
      if (!first) throw new Error(`Message ${id} exists, but not in ${company}`);
      return first;
    },

    async redraw(id, message) {
      if (!(await get(id))) return undefined;
      const plain: Json = JSON.parse(JSON.stringify(message));
      const set = { text: message.text, message: plain, startsThread: message.startsThread ?? null };
      const changed = await store.change(webMessages, id, { when: { company }, set });
      return changed.kind === "missing" ? undefined : changed.document;
    },

    async retell(id, event, text) {
      const changed = await store.change(webMessages, id, {
        when: { company, deleted: false },
        unlessHolds: { changedBy: event },
        set: text === null ? { text: "", deleted: true } : { text, edited: true },
        push: { changedBy: { values: [event], keep: EVENTS_KEPT } },
      });
      return changed.kind === "missing" ? undefined : changed.document;
    },

    async page(spot, before, limit) {
      const from = before === undefined ? {} : { from: -before + 1 };
      const found = await store.find(webMessages, { ...inPlace(spot), ...from, limit: limit + 1 });
      return { messages: found.slice(0, limit).reverse(), more: found.length > limit };
    },

    after: (spot, seq, limit) => store.find(webMessages, { ...inPlace(spot), to: -seq - 1, limit }),

    async root(thread) {
      const [root] = await store.find(webMessages, {
        name: "root",
        equals: { company, startsThread: thread },
        limit: 1,
      });
      return root;
    },

    async replies(root) {
      if (root.startsThread === null) return { count: 0, lastAt: null };
      const found = await store.find(webMessages, inPlace({ room: root.room, thread: root.startsThread }));
      const standing = found.filter((reply) => !reply.deleted);
      return { count: standing.length, lastAt: standing[0]?.at ?? null };
    },
  };
}
