import { contacts } from "../../../customers/contact.ts";
import { customers } from "../../../customers/customer.ts";
import { lastDecisionOn } from "../../../customers/deviations/decision.ts";
import type { Deviation } from "../../../customers/deviations/deviation.ts";
import { words } from "../../../text/text.ts";
import { button, choices, paragraph, strong } from "../../draw/compose.ts";
import { personName } from "../../draw/naming.ts";
import { numberWord } from "../../draw/number-words.ts";
import { shorten, withStop } from "../../draw/shorten.ts";
import type { HomeItem } from "../../home/home-section.ts";
import { dueCustomers } from "../../week/sections/customers/owed-customers.ts";
import type { WeekReader, WeekSection } from "../../week/week-section.ts";
import { reachBy } from "../contacts/owed/reach-by.ts";
import { deviationWords } from "./deviation-words.ts";
import { MOST_PROPOSED, proposedTo } from "./proposed.ts";

const NAME = 60;
const WHAT = 120;

/**
 * On what the person is to decide about their customers: an action, a contact at once, or nothing for a reason. It stands before the list of contacts,
 * and takes the place of its line for the same customer.
 */
export const deviationSection: WeekSection = {
  id: "deviations",
  subject: {
    id: "deviations",
    count: (say, count) => say("deviations.count", { count, number: numberWord(say, count) }),
    because: (say) => say("deviations.because"),
  },
  when: "now",
  yields: MOST_PROPOSED,
  title: (say) => say("deviations.section"),
  read: async (reader) => {
    const all = await proposedTo(reader);
    return { items: all.map((one) => ({ id: one.customer._id, draw: line(one, reader) })) };
  },
  settled: async (id, reader) => {
    const { ports, person } = reader;
    const customer = await ports.store.get(customers, id);
    if (customer?.company !== person.company) return undefined;
    const decision = await lastDecisionOn(ports.store, { company: person.company, customer: id });
    const { last } = customer.clock;
    const contact = last ? await ports.store.get(contacts, last.contact) : undefined;
    const isNew = decision !== undefined && decision.at > Math.max(reader.postedAt ?? 0, contact?.createdAt ?? 0);
    if (!isNew) return dueCustomers.settled(id, reader);
    return ({ language }) => {
      const what = words(language)(`deviations.decided.${decision.did}`, { what: shorten(decision.what, WHAT) });
      return [
        paragraph([strong(shorten(customer.name, NAME)), `: ${withStop(what)}`]),
        choices([button(words(language)("contacts.button.card"), { kind: "customer-card", customer: id })]),
      ];
    };
  },
};

function line(deviation: Deviation, { directory, person, now }: WeekReader): HomeItem {
  return (listener) => {
    const say = words(listener.language);
    const { customer, what, id } = deviation;
    const about = { customer: customer._id, deviation: id } as const;
    const proposal = say(`deviations.proposal.${what.kind}`);
    // One of those whom the reader stands in for.
    const isOthers = customer.person !== null && customer.person !== person._id;
    const whose = isOthers
      ? ` ${say("contacts.line.of", { name: personName(directory, customer.person ?? "", listener.language) })}`
      : "";
    return [
      paragraph([
        strong(shorten(customer.name, NAME)),
        `: ${deviationWords(deviation, listener, now)} ${proposal}${whose}`,
        ...reachBy(customer),
      ]),
      choices(
        [
          button(
            say("deviations.button.action"),
            { kind: "deviation-form", form: "action", ...about },
            { opensForm: true },
          ),
          button(say("contacts.button.made"), { kind: "contact-made", customer: customer._id, in: "week" }),
        ],
        [
          button(
            say("deviations.button.leave"),
            { kind: "deviation-form", form: "leave", ...about },
            { opensForm: true },
          ),
          button(say("contacts.button.card"), { kind: "customer-card", customer: customer._id }),
        ],
        say("contacts.button.more"),
      ),
    ];
  };
}
