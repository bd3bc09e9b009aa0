import type { Outcome } from "../../../../channels/channel.ts";
import { refreshHomes } from "../../../../conversations/refresh-homes.ts";
import { namedOnly } from "../../../../customers/add-customers.ts";
import { changeCustomer, type Decision } from "../../../../customers/change-customer.ts";
import {
  type Customer,
  type CustomerContent,
  contentFields,
  customers,
  LONGEST,
} from "../../../../customers/customer.ts";
import { edit, end, keepAgain } from "../../../../customers/decide.ts";
import type { Rulebook } from "../../../../customers/rulebook.ts";
import type { Called } from "../../../../customers/search/same-customer.ts";
import type { Planned } from "../../../../deliveries/outbox.ts";
import { presentPeople } from "../../../../people/joining/join-people.ts";
import { one } from "../../../form-values.ts";
import { messageOf } from "../../../plan/tap-action.ts";
import type { Tap, Turn } from "../../../turn.ts";
import { handOver } from "../../contacts/hand-over.ts";
import { bookFor, companyToday, customerFor } from "../../customer-for.ts";
import { inPrivate, redrawn } from "../in-private.ts";
import type { RegisterButtonOf } from "../register-actions.ts";
import { addAsTold, addedTell, samesOf } from "./add-turn.ts";
import { customerForm, endForm } from "./customer-form.ts";
import { endNamesPrompt } from "./names-prompt.ts";
import { readCustomerForm } from "./read-customer-form.ts";

/** The form of a new customer. */
export async function openNewForm(turn: Tap): Promise<Outcome> {
  const { rules } = await bookFor(turn);
  const blank = { ...namedOnly("", turn.person._id) };
  return {
    kind: "form",
    form: customerForm(blank, { ...around(turn), rules }, { kind: "register-add", once: turn.event.id }),
  };
}

/** The submit of that form. */
export async function addFromForm(turn: Tap, { once }: RegisterButtonOf<"register-add">): Promise<Outcome> {
  const book = await bookFor(turn);
  const read = readCustomerForm(turn.incoming.values ?? {}, knownFor(turn, namedOnly("", turn.person._id), book));
  if ("mistakes" in read) return { kind: "mistakes", mistakes: read.mistakes };
  const exists = (name: string): Outcome => {
    return { kind: "mistakes", mistakes: { name: turn.say("customers.refused.exists", { name }) } };
  };
  const sames = await samesOf(turn, read);
  const same = sames.find((one) => !isToldApart(read.content, one));
  if (same) return exists(same.name);
  await endNamesPrompt(turn);
  const [added] = await addAsTold(turn, [{ content: read.content }], once);
  if (added?.kind === "exists") return exists(added.record.name);
  if (!added) return { kind: "taken" };
  const card = { kind: "customer-card", customer: added.record._id } as const;
  const known = sames.map((record) => ({ kind: "exists", record }) as const);
  return known.length === 0 ? inPrivate(turn, card) : inPrivate(turn, card, addedTell([added, ...known], { once }));
}

/** In a form, what another of the same name has not is said on purpose: a town, or a business id. */
function isToldApart({ town, businessId }: Called, one: Called): boolean {
  if (businessId !== "" && one.businessId === businessId) return false;
  return (town !== "" && one.town === "") || (businessId !== "" && one.businessId === "");
}

/** The form of all that people say of a customer. */
export async function openEditForm(turn: Tap, { customer: id }: RegisterButtonOf<"register-edit">): Promise<Outcome> {
  const found = await customerFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { rules } = await bookFor(turn);
  const submit = { kind: "register-save", customer: id, ...standsIn(turn) } as const;
  return { kind: "form", form: customerForm(found.customer, { ...around(turn), rules }, submit) };
}

/** The submit of that form. */
export async function saveForm(turn: Tap, button: RegisterButtonOf<"register-save">): Promise<Outcome> {
  const found = await customerFor(turn, button.customer);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const book = await bookFor(turn);
  const read = readCustomerForm(turn.incoming.values ?? {}, knownFor(turn, found.customer, book));
  if ("mistakes" in read) return { kind: "mistakes", mistakes: read.mistakes };
  const changed = changedIn(found.customer, read.content);
  const planned = changed.person ? await handOver(turn, found.customer, changed.person) : [];
  return decideAndShow(turn, button, (now) => edit(now, changed), planned);
}

export async function openEndForm(turn: Tap, { customer: id }: RegisterButtonOf<"register-end">): Promise<Outcome> {
  const found = await customerFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  if (!found.customer.kept) return { kind: "taken", notice: turn.say("customers.refused.ended") };
  const submit = { kind: "register-end-save", customer: id, ...standsIn(turn) } as const;
  return { kind: "form", form: endForm(found.customer, turn.person.language, submit) };
}

export async function endCustomer(turn: Tap, button: RegisterButtonOf<"register-end-save">): Promise<Outcome> {
  const why = one(turn.incoming.values?.why).trim().slice(0, LONGEST.text);
  return decideAndShow(turn, button, (now) => end(now, why));
}

export async function keepCustomer(turn: Tap, { customer }: RegisterButtonOf<"register-keep">): Promise<Outcome> {
  return decideAndShow(turn, { customer, message: messageOf(turn) }, keepAgain);
}

/** Carries a decision out and shows the card as it is then, in the message where it stood; what others are told of it is `planned` in the same write. */
export async function decideAndShow(
  turn: Tap,
  { customer: id, message }: { readonly customer: string; readonly message?: string | undefined },
  decide: (customer: Customer) => Decision,
  planned: readonly Planned[] = [],
): Promise<Outcome> {
  const { ports, person, event, say } = turn;
  const found = await customerFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const book = await bookFor(turn);
  const taken = await changeCustomer(ports.store, { id, book, by: person._id }, event, decide, () => planned);
  if (taken.kind === "missing") return { kind: "taken", notice: say("customers.card.gone") };
  if (taken.kind === "declined") {
    const { reason } = taken;
    const isPlain = reason === "ended" || reason === "kept";
    return {
      kind: "taken",
      notice: isPlain ? say(`customers.refused.${reason}`) : say("customers.card.unchanged"),
    };
  }
  if (taken.kind === "changed") ports.courier.send(customers, taken.record);
  ports.registers.forget(turn.incoming.company);
  const people = [person._id, found.customer.person, taken.record.person];
  await refreshHomes(
    ports,
    people.filter((one) => one !== null),
    event,
  );
  return redrawn(turn, message, { kind: "customer-card", customer: id });
}

/** Only what the form changed: what somebody else changed meanwhile stays as they left it. */
function changedIn(shown: Customer, content: CustomerContent): Partial<CustomerContent> {
  const before: { readonly [field: string]: unknown } = shown;
  const after: { readonly [field: string]: unknown } = content;
  const fields = Object.keys(contentFields).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return Object.fromEntries(fields.map((field) => [field, after[field]]));
}

/** The message in which a form was opened, to be carried by its submit. */
export function standsIn(turn: Tap): { readonly message?: string } {
  const message = messageOf(turn);
  return message === undefined ? {} : { message };
}

function around({ directory, person }: Turn) {
  return { language: person.language, people: presentPeople(directory) };
}

function knownFor(turn: Turn, before: CustomerContent, book: Rulebook) {
  const { directory, person } = turn;
  const present = presentPeople(directory);
  return {
    before,
    isHere: (id: string) => present.some(({ _id }) => _id === id),
    reading: {
      language: person.language,
      today: companyToday(turn),
      rules: book.rules,
      people: present.map(({ _id, name }) => ({ id: _id, name })),
    },
  };
}
