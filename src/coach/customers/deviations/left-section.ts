import { placeKey } from "../../../channels/place.ts";
import { conversations } from "../../../conversations/conversation.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Person } from "../../../people/records.ts";
import { words } from "../../../text/text.ts";
import { button, choices, paragraph, strong } from "../../draw/compose.ts";
import { personName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import type { HomeItem } from "../../home/home-section.ts";
import type { WeekReader, WeekSection } from "../../week/week-section.ts";
import { letKey, mayHandOver, newOwners, ownersWhoLeft } from "./who-left.ts";

/** So many are offered by one tap; the form takes anybody. */
const MOST_OFFERED = 2;

/** For a manager: whose customers nobody looks after since somebody left. It stands until they are handed over, or let be by a tap. */
export const leftSection: WeekSection = {
  id: "left",
  subject: {
    id: "left",
    count: (say) => say("deviations.left.count"),
    because: (say) => say("deviations.left.because"),
  },
  when: "now",
  keeps: 1,
  title: (say) => say("deviations.left.section"),
  read: async (reader) => {
    const { ports, directory, person } = reader;
    if (!mayHandOver(directory, person)) return { items: [] };
    const left = await ownersWhoLeft(ports, directory);
    if (left.length === 0) return { items: [] };
    const own = await ports.store.get(conversations, placeKey({ kind: "private", person: person._id }));
    const asked = left.filter((one) => own?.told[letKey(one.person._id)] === undefined);
    return {
      items: asked.map((one) => ({ id: idOf(one.person), draw: line(one.person, one.customers.length, reader) })),
    };
  },
  settled: async (id, { directory, person }) => {
    const left = [...directory.people.values()].find((one) => idOf(one) === id);
    if (!left || !mayHandOver(directory, person)) return undefined;
    return ({ language }) => [
      paragraph([strong(personName(directory, left._id, language)), `: ${words(language)("deviations.left.done")}`]),
    ];
  },
};

export function idOf({ _id }: Person): string {
  return `left:${_id}`;
}

function line(left: Person, count: number, { directory }: WeekReader): HomeItem {
  return ({ language }) => {
    const say = words(language);
    const from = left._id;
    const offered = newOwners(directory, left).slice(0, MOST_OFFERED);
    return [
      paragraph([strong(personName(directory, from, language)), ` ${say("deviations.left.line", { count })}`]),
      choices([
        ...offered.map(({ _id: to, name }) =>
          button(shorten(say("deviations.button.hand", { name }), LIMITS.buttonLabel), { kind: "left-hand", from, to }),
        ),
        button(say("deviations.button.handForm"), { kind: "left-form", from }, { opensForm: true }),
        button(say("deviations.button.leaveThem"), { kind: "left-let", from }),
      ]),
    ];
  };
}
