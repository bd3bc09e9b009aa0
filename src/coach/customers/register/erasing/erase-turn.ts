import type { Outcome } from "../../../../channels/channel.ts";
import { changeCustomer } from "../../../../customers/change-customer.ts";
import { eraseContactPerson } from "../../../../customers/decide.ts";
import { eraseCustomerData } from "../../../../customers/privacy/erase-customer.ts";
import { actionText } from "../../../action.ts";
import type { Tap } from "../../../turn.ts";
import { bookFor, customerFor } from "../../customer-for.ts";
import { standsIn } from "../adding/customer-form-turn.ts";
import { redrawn, turned } from "../in-private.ts";
import { mayErase } from "../may.ts";
import type { RegisterButtonOf } from "../register-actions.ts";

/** Erases what is known of one contact person. Roles are read afresh. */
export async function erasePerson(
  turn: Tap,
  { customer: id, person, sure, message }: RegisterButtonOf<"register-erase-person">,
): Promise<Outcome> {
  const refused = await refusal(turn, id);
  if (refused !== undefined) return { kind: "taken", notice: refused };
  const { ports, event, say } = turn;
  if (!sure) return asksFirst(turn, id, person);
  const book = await bookFor(turn);
  const taken = await changeCustomer(ports.store, { id, book, by: turn.person._id }, event, (customer) =>
    eraseContactPerson(customer, person),
  );
  if (taken.kind === "missing") return { kind: "taken", notice: say("customers.card.gone") };
  ports.registers.forget(turn.incoming.company);
  const shown = await redrawn(turn, message, { kind: "customer-card", customer: id, part: "people" });
  return shown.kind === "taken" ? { notice: say("customers.erase.personDone"), ...shown } : shown;
}

async function asksFirst(turn: Tap, customer: string, person: string): Promise<Outcome> {
  const found = await customerFor(turn, customer);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const known = found.customer.contactPersons.find(({ id }) => id === person);
  if (!known) return { kind: "taken", notice: turn.say("customers.erase.personGone") };
  const text = turn.say("customers.erase.personWhy", { name: known.name });
  return {
    kind: "form",
    form: {
      title: turn.say("customers.erase.personTitle"),
      fields: [{ kind: "note", id: "why", text }],
      submit: turn.say("customers.button.erase"),
      action: actionText({
        kind: "register-erase-person",
        customer,
        person,
        sure: true,
        ...standsIn(turn),
      }),
    },
  };
}

/** Erases a customer's personal data, after the card has said what goes and what stays. */
export async function eraseCustomer(turn: Tap, { customer: id }: RegisterButtonOf<"register-erase">): Promise<Outcome> {
  const refused = await refusal(turn, id);
  if (refused !== undefined) return { kind: "taken", notice: refused };
  const { ports, event, say } = turn;
  const book = await bookFor(turn);
  const done = await eraseCustomerData(ports.store, book, { id, by: turn.person._id }, event);
  if (done === "missing") return { kind: "taken", notice: say("customers.card.gone") };
  ports.registers.forget(turn.incoming.company);
  const shown = await turned(turn, { kind: "customer-card", customer: id, part: "facts" });
  return shown.kind === "taken" ? { notice: say("customers.erase.done"), ...shown } : shown;
}

async function refusal(turn: Tap, id: string): Promise<string | undefined> {
  const found = await customerFor(turn, id);
  if ("notice" in found) return found.notice;
  const { people } = await turn.ports.directories.fresh(turn.incoming.company);
  const may = mayErase(people.get(turn.person._id), found.customer.person);
  return may ? undefined : turn.say("customers.refused.mayNotErase");
}
