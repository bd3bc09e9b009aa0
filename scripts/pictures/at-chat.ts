import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const nodeSchema = z.record(z.string(), z.unknown());
const messageSchema = z.object({
  id: z.string(),
  thread: z.string().nullable(),
  startsThread: z.string().nullable(),
  text: z.string(),
  card: z.unknown(),
});
type Message = z.infer<typeof messageSchema>;
const messagesSchema = z.object({ messages: z.array(messageSchema) });
const takenSchema = z.looseObject({ kind: z.string(), notice: z.string().optional(), card: z.unknown().optional() });

/** Where in the web chat: a room, and a thread of it. */
export interface Spot {
  readonly room: string;
  readonly thread?: string | null;
}

/** The beginning of what stands above a field → what is written into it; of choices, the beginnings of their labels. */
type Values = { readonly [label: string]: string | readonly string[] };

interface Button {
  readonly title: string;
  readonly data: { readonly [key: string]: unknown };
}

/** One person who talks, taps and fills in forms through the web chat's HTTP paths (src/channels/web/api.ts), by what stands on the buttons. */
export class AtChat {
  private readonly address: string;
  private readonly person: string;

  constructor(address: string, person: string) {
    this.address = address;
    this.person = person;
  }

  get ownChat(): Spot {
    return { room: `private:${this.person}` };
  }

  async say(spot: Spot, text: string): Promise<void> {
    await this.post("say", { room: spot.room, thread: spot.thread ?? null, text, at: Date.now() });
  }

  /** Taps the newest button that begins with this label, as soon as it is there. */
  async tap(spot: Spot, label: string): Promise<void> {
    await this.pressed(spot, label);
  }

  /** Taps a button that opens a form, and sends the form: what stands in it already, and these values. */
  async fill(spot: Spot, label: string, values: Values = {}): Promise<void> {
    const { card } = await this.pressed(spot, label);
    const [submit] = buttonsIn(card).slice(-1);
    if (!submit) throw new Error(`"${label}" opened no form for ${this.person}`);
    const { action } = submit.data;
    const all = { ...submit.data, ...filledIn(card, values) };
    const taken = await this.post("submit", { room: spot.room, thread: spot.thread ?? null, action, values: all });
    if (taken.kind !== "taken") throw new Error(`The form of "${label}" came back: ${JSON.stringify(taken)}`);
  }

  /** The newest message whose text holds this, as soon as it is there. */
  message(spot: Spot, holds: string): Promise<Message> {
    const find = async () => (await this.messages(spot)).findLast(({ text }) => text.includes(holds));
    return eventually(find, `${this.person} sees no "${holds}" in ${spot.room}`);
  }

  private async pressed(spot: Spot, label: string): Promise<z.infer<typeof takenSchema>> {
    const find = async () => {
      const given = new Set<string>();
      for (const message of (await this.messages(spot)).toReversed()) {
        // An older message of the same heading has given way to the newer one.
        const [heading = ""] = message.text.split("\n");
        if (given.has(heading)) continue;
        given.add(heading);
        const button = buttonsIn(message.card).find(({ title }) => title.startsWith(label));
        if (button) return { message, button };
      }
      return undefined;
    };
    const { message, button } = await eventually(find, `${this.person} has no button "${label}" in ${spot.room}`);
    return this.post("tap", { message: message.id, action: button.data.action, values: button.data });
  }

  private async messages({ room, thread }: Spot): Promise<readonly Message[]> {
    const path = thread ? `/threads/${encodeURIComponent(thread)}` : "";
    const response = await fetch(`${this.home}/rooms/${encodeURIComponent(room)}${path}/messages?limit=100`);
    return messagesSchema.parse(await response.json()).messages;
  }

  private async post(path: string, body: object): Promise<z.infer<typeof takenSchema>> {
    const response = await fetch(`${this.home}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ eventId: randomUUID(), ...body }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${this.person} ${path}: ${response.status} ${text}`);
    return takenSchema.parse(JSON.parse(text));
  }

  private get home(): string {
    return `${this.address}/api/people/${encodeURIComponent(this.person)}`;
  }
}

/** Everything that can be tapped in a card, in order: buttons by their title, described levels by their number. */
function buttonsIn(card: unknown): readonly Button[] {
  return nodesIn(card).flatMap((node) => {
    const data = nodeSchema.safeParse(node.data).data;
    return data && typeof data.action === "string" ? [{ title: String(node.title ?? ""), data }] : [];
  });
}

const inputSchema = z.looseObject({
  type: z.string().startsWith("Input."),
  id: z.string(),
  label: z.string(),
  value: z.string().default(""),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
});

/** Every input of a form: what is given for it, else what stands in it. */
function filledIn(card: unknown, values: Values): { readonly [input: string]: string } {
  const inputs = nodesIn(card).flatMap((node) => inputSchema.safeParse(node).data ?? []);
  const strange = Object.keys(values).find((name) => !inputs.some(({ label }) => label.startsWith(name)));
  if (strange !== undefined) throw new Error(`The form has no field "${strange}"`);
  return Object.fromEntries(
    inputs.map(({ id, label, value, choices }) => {
      const given = Object.entries(values).find(([name]) => label.startsWith(name))?.[1] ?? value;
      if (typeof given === "string" && choices.length === 0) return [id, given];
      if (given === value) return [id, value];
      const wanted = typeof given === "string" ? [given] : given;
      const chosen = choices.filter(({ title }) => wanted.some((beginning) => title.startsWith(beginning)));
      return [id, chosen.map((choice) => choice.value).join(",")];
    }),
  );
}

function nodesIn(value: unknown): readonly { readonly [key: string]: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  const node = nodeSchema.safeParse(value).data;
  return node ? [node, ...Object.values(node).flatMap(nodesIn)] : [];
}

async function eventually<T>(find: () => Promise<T | undefined>, otherwise: string): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await find();
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error(otherwise);
}
