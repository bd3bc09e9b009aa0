import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { z } from "zod";
import type { RunningLuotsi } from "./running-luotsi.ts";

const messageSchema = z.object({
  id: z.string(),
  seq: z.number(),
  text: z.string(),
  card: z.unknown(),
  from: z.object({ kind: z.enum(["coach", "person"]) }),
});
const messagesSchema = z.object({ messages: z.array(messageSchema) });
type Shown = z.infer<typeof messageSchema>;

const actionSchema = z.object({
  type: z.literal("Action.Execute"),
  title: z.string(),
  data: z.looseObject({ action: z.string() }),
});

/** One of the playground's people without a page: speaks to the server as their page would. Each thing done is over when the coach has answered it. */
export class AtApi {
  readonly #home: string;
  readonly #private: string;
  readonly #luotsi: RunningLuotsi;

  constructor(luotsi: RunningLuotsi, person: string) {
    this.#luotsi = luotsi;
    this.#private = `private:playground-${person}`;
    this.#home = `/api/people/playground-${person}`;
  }

  /** Says something in the private chat and waits for what the coach says to it. */
  async says(text: string): Promise<void> {
    await this.#answered(() => this.#post("say", { room: this.#private, thread: null, text, at: this.#luotsi.now() }));
  }

  /** Taps a button of a team's channel that leads to the private chat. */
  async taps(label: string, room: string): Promise<void> {
    const messages = await this.messages(room);
    for (const message of messages.toReversed()) {
      const data = actionIn(message.card, label);
      if (data === undefined) continue;
      return this.#answered(() => this.#post("tap", { message: message.id, action: data.action, values: data }));
    }
    throw new Error(`${room} has nothing to tap called ${label}: ${messages.map(({ text }) => text).join(" | ")}`);
  }

  /** Takes part in the round of a team and answers with these words, one a question. */
  async answers(label: string, room: string, words: readonly string[]): Promise<void> {
    await this.taps(label, room);
    for (const word of words) await this.says(word);
  }

  async messages(room = this.#private): Promise<readonly Shown[]> {
    const response = await fetch(
      `${this.#luotsi.address}${this.#home}/rooms/${encodeURIComponent(room)}/messages?limit=50`,
    );
    return messagesSchema.parse(await response.json()).messages;
  }

  async #answered(work: () => Promise<void>): Promise<void> {
    const before = await this.#newest();
    await work();
    // The server takes thirty requests a second from a person.
    await expect.poll(() => this.#newest(), { interval: 60 }).toBeGreaterThan(before);
  }

  async #newest(): Promise<number> {
    return (await this.messages()).findLast(({ from }) => from.kind === "coach")?.seq ?? 0;
  }

  async #post(verb: string, body: object): Promise<void> {
    const response = await fetch(`${this.#luotsi.address}${this.#home}/${verb}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ eventId: randomUUID(), ...body }),
    });
    if (!response.ok) throw new Error(`${verb}: ${response.status} ${await response.text()}`);
  }
}

function actionIn(card: unknown, label: string): z.infer<typeof actionSchema>["data"] | undefined {
  const action = actionSchema.safeParse(card);
  if (action.success) return action.data.title === label ? action.data.data : undefined;
  if (typeof card !== "object" || card === null) return undefined;
  for (const value of Object.values(card)) {
    const found = actionIn(value, label);
    if (found !== undefined) return found;
  }
  return undefined;
}
