import type { Luotsi } from "../../src/assemble.ts";
import type { Channel, Outcome } from "../../src/channels/channel.ts";
import type { Incoming } from "../../src/channels/incoming.ts";
import { type Place, placeKey } from "../../src/channels/place.ts";
import type { Form, FormValues } from "../../src/message/form.ts";
import type { Message, Option } from "../../src/message/message.ts";
import type { Store } from "../../src/store/store.ts";
import { assembled } from "./assembled.ts";
import { dropJourneyStore, openJourneyStore } from "./journey-store.ts";
import { memoryFolder } from "./memory-folder.ts";
import type { Seen } from "./recording-channel.ts";
import { COMPANY, DEFAULT_PEOPLE, type PersonOf, seed } from "./sample-company.ts";

export interface JourneyOptions {
  readonly people?: { readonly [id: string]: PersonOf };
  readonly flows?: string;
  /** Wraps the store, to count or to fail. */
  readonly wrap?: (store: Store) => Store;
  readonly folder?: string;
  readonly startAt?: string;
  readonly channel?: (recording: Channel) => Channel;
  /** Other platforms beside the recording one. */
  readonly also?: readonly Channel[];
  /** Takes what is logged as an error; printed where a test does not expect any. */
  readonly errors?: string[];
  /** On MongoDB: the address of a proxy that stands before the server. */
  readonly through?: string;
}

/** A company in a box: the embedded store in a folder of its own, a channel that records, a clock that stands until it is moved. */
export class Journey {
  readonly seen: Seen[] = [];
  now: number;
  #event = 0;
  readonly store: Store;
  readonly folder: string;
  readonly luotsi: Luotsi;
  readonly #options: JourneyOptions;

  private constructor(store: Store, folder: string, options: JourneyOptions, luotsi: Luotsi, now: number) {
    this.store = store;
    this.folder = folder;
    this.#options = options;
    this.luotsi = luotsi;
    this.now = now;
  }

  static async begin(options: JourneyOptions = {}): Promise<Journey> {
    const folder = options.folder ?? memoryFolder("luotsi-journey-");
    const opened = await openJourneyStore(folder, options.through);
    const store = options.wrap ? options.wrap(opened) : opened;
    await seed(opened, options.people ?? DEFAULT_PEOPLE);
    const box: { journey?: Journey } = {};
    const luotsi = assembled(store, options, box);
    const journey = new Journey(
      store,
      folder,
      options,
      luotsi,
      Date.parse(options.startAt ?? "2026-11-23T09:00:00+02:00"),
    );
    box.journey = journey;
    return journey;
  }

  /** The process dies and comes back on the same store, perhaps with other flows; what people see stays on the platform. */
  async restart(changed: Pick<JourneyOptions, "flows" | "wrap" | "channel"> = {}): Promise<Journey> {
    await this.luotsi.courier.settled();
    await this.store.close();
    const next = await Journey.begin({ ...this.#options, ...changed, folder: this.folder });
    next.seen.push(...this.seen);
    next.now = this.now;
    next.#event = this.#event + 1000;
    await next.luotsi.takeOver();
    await next.luotsi.courier.settled();
    return next;
  }

  async end(): Promise<void> {
    await this.luotsi.courier.settled();
    await this.store.close();
    await dropJourneyStore(this.folder);
  }

  /** Another process on the same store and platform, with the same clock. */
  secondProcess(options: Pick<JourneyOptions, "wrap" | "channel"> = {}): Luotsi {
    const store = options.wrap ? options.wrap(this.store) : this.store;
    return assembled(store, { ...this.#options, ...options }, { journey: this });
  }

  /** Moves the clock and lets the time pass once. */
  async at(when: string | number): Promise<void> {
    this.now = typeof when === "number" ? this.now + when : Date.parse(when);
    await this.luotsi.tick(this.now);
    await this.luotsi.due.settled();
    await this.luotsi.courier.settled();
  }

  async receive(incoming: Incoming): Promise<Outcome> {
    const outcome = await this.luotsi.receiver.receive(incoming);
    await this.luotsi.imports.settled();
    await this.luotsi.savings.settled();
    await this.luotsi.courier.settled();
    return outcome;
  }

  base(person: string, place: Place) {
    this.now += 1_000;
    return { eventId: `e${++this.#event}`, company: COMPANY, person, at: this.now, place };
  }

  says(
    person: string,
    text: string,
    options: { readonly in?: Place; readonly addressed?: boolean } = {},
  ): Promise<Outcome> {
    const base = this.base(person, options.in ?? privately(person));
    return this.receive({
      ...base,
      kind: "said",
      text,
      message: `m-${base.eventId}`,
      addressed: options.addressed ?? false,
    });
  }

  opens(person: string): Promise<Outcome> {
    return this.receive({ ...this.base(person, privately(person)), kind: "opened" });
  }

  /** Taps the option with that label (or mark) in the newest message of the place that has one. */
  taps(person: string, label: string, place: Place = privately(person), values?: FormValues): Promise<Outcome> {
    const { seen, option } = this.find(place, label);
    return this.receive({
      ...this.base(person, place),
      kind: "tapped",
      action: option.action,
      message: seen.id,
      ...(values ? { values } : {}),
    });
  }

  /** The facilitator closes the round, and is sure of it when asked. */
  async closes(facilitator: string): Promise<Outcome> {
    const outcome = await this.taps(facilitator, "Sulje nyt");
    const asked = optionsOf(this.last(privately(facilitator)).message).some(({ label }) => label === "Suljetaan silti");
    return asked ? this.taps(facilitator, "Suljetaan silti") : outcome;
  }

  /** Taps an option that opens a form. */
  async opensForm(person: string, label: string, place: Place = privately(person)): Promise<Form> {
    const outcome = await this.taps(person, label, place);
    if (outcome.kind !== "form") throw new Error(`${label} opened no form but: ${JSON.stringify(outcome)}`);
    return outcome.form;
  }

  submits(person: string, form: Form, values: FormValues, place: Place = privately(person)): Promise<Outcome> {
    const standing: { [field: string]: string | readonly string[] } = {};
    for (const field of form.fields) {
      if (field.kind === "pick-many") standing[field.id] = field.values ?? [];
      else if (field.kind !== "note" && field.kind !== "rows") standing[field.id] = field.value ?? "";
    }
    return this.receive({
      ...this.base(person, place),
      kind: "submitted",
      action: form.action,
      values: { ...standing, ...values },
    });
  }

  find(place: Place, label: string): { readonly seen: Seen; readonly option: Option } {
    for (const seen of this.messages(place).toReversed()) {
      const option = optionsOf(seen.message).find(
        (one) => one.label === label || ("mark" in one && one.mark === label),
      );
      if (option) return { seen, option };
    }
    throw new Error(`Nothing to tap called ${label} in ${placeKey(place)}. There is:\n${this.transcript(place)}`);
  }

  messages(place: Place): readonly Seen[] {
    return this.seen.filter((seen) => placeKey(seen.place) === placeKey(place));
  }

  last(place: Place): Seen {
    const last = this.messages(place).at(-1);
    if (!last) throw new Error(`Nothing was said in ${placeKey(place)}`);
    return last;
  }

  /** What stands last in someone's private chat, or at a place: all of its words and buttons. */
  sees(where: string | Place): string {
    const { message } = this.last(typeof where === "string" ? privately(where) : where);
    return `${message.text}\n${optionsOf(message)
      .map(({ label }) => `[${label}]`)
      .join(" ")}`;
  }

  /** Whether the last message there has that button. */
  offers(where: string | Place, label: string): boolean {
    const { message } = this.last(typeof where === "string" ? privately(where) : where);
    return optionsOf(message).some((option) => option.label === label);
  }

  /** How many messages of a place say this. */
  count(where: string | Place, words: string): number {
    return this.messages(typeof where === "string" ? privately(where) : where).filter(({ message }) =>
      message.text.includes(words),
    ).length;
  }

  transcript(place: Place): string {
    return this.messages(place)
      .map(
        ({ message }) =>
          `— ${message.text}  [${optionsOf(message)
            .map(({ label }) => label)
            .join("] [")}]`,
      )
      .join("\n");
  }
}

export function privately(person: string): Place {
  return { kind: "private", person };
}
export function channel(team: string): Place {
  return { kind: "channel", team };
}
export function thread(team: string, round: string): Place {
  return { kind: "thread", team, round };
}

export function optionsOf(message: Message): readonly Option[] {
  return message.blocks.flatMap((block): readonly Option[] => {
    if (block.kind === "choices") return [...block.options, ...(block.more ?? [])];
    return block.kind === "levels" ? block.options : [];
  });
}
