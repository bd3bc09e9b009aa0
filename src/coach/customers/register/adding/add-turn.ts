import type { Outcome } from "../../../../channels/channel.ts";
import { refreshHomes } from "../../../../conversations/refresh-homes.ts";
import { type Adding, addCustomers, customerId, type NewCustomer } from "../../../../customers/add-customers.ts";
import type { Customer } from "../../../../customers/customer.ts";
import type { Entry } from "../../../../customers/search/register.ts";
import { sameCustomers } from "../../../../customers/search/same-customer.ts";
import { takeBackAdded } from "../../../../customers/take-back.ts";
import { sentence } from "../../../converse.ts";
import { one } from "../../../form-values.ts";
import type { Tap, Turn } from "../../../turn.ts";
import { bookFor, companyToday } from "../../customer-for.ts";
import { inPrivate, turned } from "../in-private.ts";
import type { RegisterButtonOf } from "../register-actions.ts";
import type { RegisterTellOf } from "../register-tells.ts";
import { endNamesPrompt } from "./names-prompt.ts";
import { linesOf, MOST_NAMES, type ReadNames, readNames } from "./read-names.ts";
import { severalForm } from "./several-form.ts";

const MOST_TOLD = 12;
/** A button carries so much. */
const LONGEST_HELD = 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Customers as somebody listed them become theirs. */
export async function addByText(turn: Turn, text: string): Promise<Outcome> {
  const tooMany = refusalOf(turn, text);
  if (tooMany !== undefined) return sentence(turn, tooMany);
  const tell = await added(turn, text, turn.event.id);
  return tell === undefined ? sentence(turn, turn.say("adding.none")) : inPrivate(turn, tell);
}

export function openSeveralForm(turn: Tap): Outcome {
  return { kind: "form", form: severalForm(turn.person.language, turn.event.id) };
}

/** The submit of that form. */
export async function addSeveral(turn: Tap, { once }: RegisterButtonOf<"register-add-several">): Promise<Outcome> {
  const text = one(turn.incoming.values?.names);
  const refused = refusalOf(turn, text);
  if (refused !== undefined) return { kind: "mistakes", mistakes: { names: refused } };
  const tell = await added(turn, text, once);
  if (tell !== undefined) await endNamesPrompt(turn);
  return tell === undefined
    ? { kind: "mistakes", mistakes: { names: turn.say("adding.none") } }
    : inPrivate(turn, tell);
}

/** Somebody said yes to a line that may have been no name: the question becomes what was added. */
export async function addDoubted(turn: Tap, { line }: RegisterButtonOf<"register-add-line">): Promise<Outcome> {
  const tell = await added(turn, line, turn.event.id);
  return tell === undefined ? sentence(turn, turn.say("adding.none")) : turned(turn, tell);
}

/** [Lisää silti]: those who were told to stand there already are others. Tapped twice it adds nobody twice. */
export async function addApart(turn: Tap, button: RegisterButtonOf<"register-add-apart">): Promise<Outcome> {
  const once = `${button.once}:apart`;
  const apart = readNames(button.lines, turn.person._id).customers.map((one) => ({ ...one, apart: true }) as const);
  return inPrivate(turn, addedTell(await addAsTold(turn, apart, once), { once }));
}

/** Takes back what one event added, where nothing else was done to it since. */
export async function undoAdding(turn: Tap, { once }: RegisterButtonOf<"register-undo">): Promise<Outcome> {
  return turned(turn, { kind: "sentence", text: await takeBackSaid(turn, once) });
}

/** What became of it, as a sentence. */
export async function takeBackSaid({ ports, incoming, person, event, say }: Turn, once: string): Promise<string> {
  const { company } = incoming;
  const adding = { company, by: person._id, once, since: event.now - DAY_MS };
  const { gone, stayed } = await takeBackAdded(ports.store, adding);
  ports.registers.forget(company);
  await refreshHomes(ports, [person._id], event);
  if (gone === 0) return say("adding.undoneNot");
  return stayed === 0 ? say("adding.undone") : say("adding.undoneSome", { count: stayed });
}

/** Adds them under one event, and tells what came of it; undefined where no line has a name. */
async function added(turn: Turn, text: string, once: string): Promise<RegisterTellOf<"register-added"> | undefined> {
  const read = readNames(text, turn.person._id);
  if (read.customers.length === 0) return undefined;
  const sames = await Promise.all(read.customers.map((one) => samesOf(turn, one)));
  const known = read.customers.flatMap(({ line }, nth): readonly Told[] => {
    const [same] = sames[nth] ?? [];
    return same ? [{ kind: "exists", record: same, line }] : [];
  });
  const fresh = read.customers.filter((_, nth) => sames[nth]?.length === 0);
  const results = await addAsTold(turn, fresh, once);
  const told = results.map((result, nth): Told => ({ ...result, line: fresh[nth]?.line ?? "" }));
  return addedTell([...known, ...told], { ...read, once });
}

/** A customer that was added, or who stands there already, with the line that said so. */
interface Told {
  readonly kind: "added" | "exists";
  readonly record: Pick<Customer, "_id" | "name">;
  readonly line?: string;
}

/** What came of adding, with what was held back. */
export function addedTell(
  told: readonly Told[],
  { once, doubled = [], unread = [] }: { readonly once: string } & Partial<Pick<ReadNames, "doubled" | "unread">>,
): RegisterTellOf<"register-added"> {
  const of = (kind: Told["kind"]) => told.filter((one) => one.kind === kind);
  const [added, known] = [of("added"), of("exists")];
  const held = known.map(({ line }) => line ?? "").join("\n");
  const [only] = known;
  const isHeld = held !== "" && held.length <= LONGEST_HELD;
  return {
    kind: "register-added",
    once,
    added: added.map(({ record }) => record.name).slice(0, MOST_TOLD),
    count: added.length,
    known: known.map(({ record }) => record.name),
    ...(only && known.length === 1 ? { card: only.record._id } : {}),
    ...(isHeld ? { held } : {}),
    doubled: [...doubled],
    unread: [...unread],
  };
}

/** Those in the register who may well be the same as one to be added; the very same is left to the adding, which knows whether it is told again. */
export async function samesOf(
  { ports, incoming }: Turn,
  { content }: Pick<NewCustomer, "content">,
): Promise<readonly Entry[]> {
  const { company } = incoming;
  const { index, entries } = await ports.registers.of(company);
  const named = index.called(content).flatMap((id) => entries.get(id) ?? []);
  const sames = sameCustomers(content, named);
  const own = await customerId(company, content);
  return sames.some(({ _id }) => _id === own) ? [] : sames;
}

/** Adds customers for the person of the turn; the same `once` again adds nothing. */
export async function addAsTold(turn: Turn, all: readonly NewCustomer[], once: string) {
  const { ports, incoming, person, event } = turn;
  const { company } = incoming;
  const adding: Adding = {
    company,
    by: person._id,
    today: companyToday(turn),
    book: await bookFor(turn),
  };
  const results = await addCustomers(ports.store, all, adding, { ...event, id: once });
  ports.registers.forget(company);
  await refreshHomes(ports, [person._id], event);
  return results;
}

function refusalOf({ say }: Turn, text: string): string | undefined {
  return linesOf(text).length > MOST_NAMES ? say("customers.refused.many", { count: MOST_NAMES }) : undefined;
}
