import type { Outcome } from "../../../../channels/channel.ts";
import { addCustomers, namedOnly } from "../../../../customers/add-customers.ts";
import { type LogLine, mayTellOfContact, readLogLine } from "../../../../customers/line/read-log-line.ts";
import type { DoubtedDay, SaidContact } from "../../../../customers/line/said-contact.ts";
import { likeliest } from "../../../../customers/search/likeliest.ts";
import { converse, sentence } from "../../../converse.ts";
import { one } from "../../../form-values.ts";
import { writtenKey } from "../../../plan/noting/note-action.ts";
import { messageOf, todayOf } from "../../../plan/tap-action.ts";
import type { Tap, Turn } from "../../../turn.ts";
import { bookFor, companyToday, lookingOf } from "../../customer-for.ts";
import { inPrivate } from "../../register/in-private.ts";
import type { ContactButtonOf } from "../contact-actions.ts";
import { lineForm } from "../draw/line-form.ts";
import { pickByName } from "../pick-by-name.ts";
import { askDay } from "./ask-day.ts";
import { logSaid } from "./log-said.ts";
import { type DatedLine, LONGEST_LINE, type WaitingLine, waitingLine } from "./waiting-line.ts";

const MOST_CANDIDATES = 4;

/** The line as a contact, as it was said on that day; undefined where it tells of none. */
export async function readContactLine(
  turn: Turn,
  text: string,
  day = todayOf(turn),
): Promise<Exclude<LogLine, { kind: "no-contact" }> | undefined> {
  if (!mayTellOfContact(text)) return undefined;
  const { index } = await turn.ports.registers.of(turn.incoming.company);
  const read = readLogLine(text, { finder: index, ...lookingOf(turn, day) });
  return read.kind === "no-contact" ? undefined : read;
}

/** One message is one contact, however often it is told of; edited, it is found by its message. */
export function lineKey({ incoming, event }: Turn): string {
  return incoming.kind === "said" ? writtenKey(incoming.place, incoming.message) : event.id;
}

/** The line as it waits for a choice. */
export function lineOf(turn: Turn, text: string): DatedLine {
  return { text: text.slice(0, LONGEST_LINE), once: lineKey(turn), day: todayOf(turn) };
}

/** A line that tells of a contact: it is logged, or what is not clear is asked. */
export async function heardContact(
  turn: Turn,
  text: string,
  read: Exclude<LogLine, { kind: "no-contact" }>,
  line = lineOf(turn, text),
): Promise<Outcome> {
  const doubted = doubtedIn(read);
  if (doubted) return askDay(turn, doubted, line);
  switch (read.kind) {
    case "contact": {
      const customers = await likeliestOf(turn, read.customers, read.called);
      const [first] = customers;
      if (first !== undefined && customers.length === 1 && read.sure) return logSaid(turn, first, read.said, line);
      return inPrivate(turn, {
        kind: "contact-which",
        customers: customers.slice(0, MOST_CANDIDATES),
        called: read.called.slice(0, 100),
        ...line,
      });
    }
    case "stranger":
      return inPrivate(turn, { kind: "contact-stranger", called: read.called.slice(0, 100), ...line });
    case "several":
      return sentence(turn, turn.say("contacts.several", { lines: read.beginnings.join(" … · ") }));
    case "nobody":
      return converse(turn, [{ kind: "contact-how" }]);
    default:
      return read satisfies never;
  }
}

function doubtedIn(read: LogLine): DoubtedDay | undefined {
  return "said" in read ? read.said.doubted : undefined;
}

async function likeliestOf(turn: Turn, ids: readonly string[], called: string): Promise<readonly string[]> {
  if (ids.length < 2) return ids;
  const { entries } = await turn.ports.registers.of(turn.incoming.company);
  const all = ids.flatMap((id) => entries.get(id) ?? []);
  return likeliest(all, called).map(({ _id }) => _id);
}

/** One of several that a line may be about. */
export async function chooseCustomer(
  turn: Tap,
  { kind, customer, ...line }: ContactButtonOf<"contact-line" | "contact-line-again">,
): Promise<Outcome> {
  const said = await saidAgain(turn, line);
  if (!said) return { kind: "taken", notice: turn.say("turn.oldButton") };
  const another = kind === "contact-line-again";
  return logSaid(turn, customer, said, line, { message: messageOf(turn), another });
}

/** What came while a question waits was a contact. */
export async function logFromQuestion(turn: Tap, line: ContactButtonOf<"contact-line-read">): Promise<Outcome> {
  const read = await readContactLine(turn, line.text, line.day);
  const first = read?.kind === "contact" ? read.customers[0] : undefined;
  if (read?.kind !== "contact" || first === undefined) return { kind: "taken", notice: turn.say("turn.oldButton") };
  const doubted = doubtedIn(read);
  if (doubted) return askDay(turn, doubted, { ...waitingLine(line), day: line.day ?? todayOf(turn) });
  return logSaid(turn, first, read.said, line, { message: messageOf(turn) });
}

export function openLineForm(turn: Tap, { called, ...line }: ContactButtonOf<"contact-line-form">): Outcome {
  const message = messageOf(turn);
  const submit = {
    ...waitingLine(line),
    kind: "contact-line-save",
    ...(message === undefined ? {} : { message }),
  } as const;
  return { kind: "form", form: lineForm(called, submit, turn.person.language) };
}

/** Which customer a line is about: one who is known by what was typed, else a new one of that name. */
export async function saveLineForm(
  turn: Tap,
  { message, ...line }: ContactButtonOf<"contact-line-save">,
): Promise<Outcome> {
  const said = await saidAgain(turn, line);
  if (!said) return { kind: "taken", notice: turn.say("turn.oldButton") };
  const name = one(turn.incoming.values?.name);
  const town = one(turn.incoming.values?.town).replace(/\s+/gu, " ").trim();
  const picked = await pickByName(turn, name);
  if (picked.kind === "refused") return { kind: "mistakes", mistakes: { name: picked.reason } };
  const id = picked.kind === "known" ? picked.customer : await addNew(turn, picked.name, town.slice(0, 100));
  return logSaid(turn, id, said, line, { message });
}

async function addNew(turn: Turn, name: string, town: string): Promise<string> {
  const { store, registers } = turn.ports;
  const { company } = turn.incoming;
  const adding = { company, by: turn.person._id, today: companyToday(turn), book: await bookFor(turn) };
  const content = { ...namedOnly(name, turn.person._id), town };
  const event = { ...turn.event, id: `${turn.event.id}:customer` };
  const [added] = await addCustomers(store, [{ content }], adding, event);
  registers.forget(company);
  if (!added) throw new Error("A customer was neither added nor found");
  return added.record._id;
}

async function saidAgain(turn: Turn, { text, day }: WaitingLine): Promise<SaidContact | undefined> {
  const read = await readContactLine(turn, text, day);
  return read?.kind === "contact" || read?.kind === "stranger" ? read.said : undefined;
}
