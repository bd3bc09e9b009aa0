import type { CompanyView, EventView, RoomView, TakenView, WebMessage } from "../../src/channels/web/api.ts";

export const company: CompanyView = {
  company: { name: "Lahden Huolto Oy" },
  people: [
    { id: "satu", name: "Satu Mäkinen", title: "Toimitusjohtaja", language: "fi", timeZone: "Europe/Helsinki" },
    { id: "jari", name: "Jari Koskela", title: "Myyjä", language: "fi", timeZone: "Europe/Helsinki" },
    { id: "emma", name: "Emma Clarke", title: "Export sales", language: "en", timeZone: "Europe/London" },
  ],
};

/** What the page sent, as the server sees it. */
export interface Sent {
  readonly person: string;
  readonly verb: string;
  readonly body: { readonly [key: string]: unknown };
}

type Draft = Partial<Omit<WebMessage, "id" | "seq">> & Pick<WebMessage, "room" | "from" | "text">;

/** The chat behind the page, in memory and without a coach: tests say what the coach says. The same event id is taken once. */
export class FakeChat {
  readonly sent: Sent[] = [];
  /** Every attempt, repeated ones too. */
  readonly attempts: Sent[] = [];
  /** How the next taps and submissions are answered. */
  answer: (sent: Sent) => TakenView | Promise<TakenView> = () => ({ kind: "taken" });
  readonly listeners = new Map<(event: EventView) => void, string>();
  readonly #messages: WebMessage[] = [];
  readonly #members = new Map([
    ["channel:huolto", new Set(["satu", "jari"])],
    ["channel:myynti", new Set(["satu", "jari", "emma"])],
  ]);
  readonly #read = new Map<string, number>();
  readonly #answers = new Map<string, unknown>();
  #seq = 0;

  rooms(person: string): readonly RoomView[] {
    const names = new Map([
      [`private:${person}`, "Luotsi"],
      ["channel:huolto", "huolto"],
      ["channel:myynti", "myynti"],
    ]);
    return [...names].map(([id, name]) => {
      const messages = this.messages(id, null);
      const unread = messages.filter((message) => message.seq > (this.#read.get(`${person} ${id}`) ?? 0)).length;
      const member = this.#members.get(id)?.has(person) ?? true;
      return {
        id,
        kind: id.startsWith("private:") ? "private" : "channel",
        name,
        team: id.startsWith("channel:") ? id.slice("channel:".length) : null,
        member,
        unread: member ? unread : 0,
        lastAt: messages.at(-1)?.at ?? null,
      };
    });
  }

  messages(room: string, thread: string | null): readonly WebMessage[] {
    return this.#messages.filter((message) => message.room === room && message.thread === thread);
  }

  post(draft: Draft, id = `coach:${this.#seq + 1}`): WebMessage {
    this.#seq += 1;
    const message: WebMessage = {
      id,
      seq: this.#seq,
      thread: null,
      at: Date.now(),
      card: null,
      edited: false,
      deleted: false,
      startsThread: null,
      replies: 0,
      lastReplyAt: null,
      ...draft,
    };
    this.#messages.push(message);
    this.#tell(message);
    const root = this.#messages.find((other) => other.startsThread === message.thread && message.thread !== null);
    if (root) this.change(root.id, { replies: root.replies + 1, lastReplyAt: message.at });
    return message;
  }

  change(id: string, change: Partial<WebMessage>): WebMessage {
    const index = this.#messages.findIndex((message) => message.id === id);
    const message = this.#messages[index];
    if (message === undefined) throw new Error(`No message ${id}`);
    const changed = { ...message, ...change };
    this.#messages[index] = changed;
    this.#tell(changed);
    return changed;
  }

  showTyping(room: string, forMilliseconds: number): void {
    this.#emit({ kind: "typing", room, thread: null, until: Date.now() + forMilliseconds });
  }

  /** What the server does with a request of the page; `undefined` for a verb that it does not know. */
  async take(sent: Sent): Promise<unknown> {
    this.attempts.push(sent);
    const eventId = String(sent.body.eventId ?? "");
    if (eventId !== "" && this.#answers.has(eventId)) return this.#answers.get(eventId);
    this.sent.push(sent);
    const answer = await this.#do(sent, eventId);
    if (eventId !== "") this.#answers.set(eventId, answer);
    return answer;
  }

  #do({ person, verb, body }: Sent, eventId: string): unknown {
    const name = company.people.find((one) => one.id === person)?.name ?? person;
    const room = String(body.room ?? "");
    switch (verb) {
      case "say": {
        const thread = typeof body.thread === "string" ? body.thread : null;
        const from = { kind: "person", id: person, name } as const;
        const draft = { room, thread, from, text: String(body.text), at: Number(body.at) };
        return { kind: "taken", message: this.post(draft, `said:${person}:${eventId}`) };
      }
      case "edit":
        return { kind: "taken", message: this.change(String(body.message), { text: String(body.text), edited: true }) };
      case "delete":
        return { kind: "taken", message: this.change(String(body.message), { text: "", deleted: true }) };
      case "tap":
      case "submit":
        return this.answer({ person, verb, body });
      case "join":
        this.#members.get(room)?.add(person);
        this.#emit({ kind: "rooms" });
        return { kind: "taken" };
      case "read":
        this.#read.set(`${person} ${room}`, Number(body.upTo));
        return { kind: "taken" };
      default:
        return { kind: "taken" };
    }
  }

  #tell(message: WebMessage): void {
    this.#emit({ kind: "message", message });
  }

  #emit(event: EventView): void {
    for (const [listener, person] of this.listeners) {
      const room =
        event.kind === "message" || event.kind === "typing"
          ? event.kind === "message"
            ? event.message.room
            : event.room
          : "";
      if (room.startsWith("private:") && room !== `private:${person}`) continue;
      listener(event);
    }
  }
}
