import { LIMITS } from "../../message/limits.ts";
import type { Block, Message } from "../../message/message.ts";
import { type Say, words } from "../../text/text.ts";
import { button, choices, heading, messageOf, quiet } from "../draw/compose.ts";
import { shorten } from "../draw/shorten.ts";
import type { Listener } from "../scene.ts";
import { settingsBlocks } from "../settings/draw-settings.ts";
import type { HomeView, ReadSection } from "./load-home.ts";

/** Well below what every channel takes, so that drawing may make two blocks of one. */
const ROOM = { blocks: LIMITS.blocks - 14, characters: LIMITS.wholeMessage / 2 };

type Blocks = readonly (Block | undefined)[];

/** A person's own page: what waits for them, what they lead, where their teams are, their settings, help. Or one page of one section. */
export function drawHome(view: HomeView, listener: Listener): Message {
  const say = words(listener.language);
  return messageOf(
    listener.language,
    view.page === undefined ? front(view, listener, say) : ownPage(view, view.page, listener, say),
  );
}

function front(view: HomeView, listener: Listener, say: Say): Blocks {
  const top = [heading(say("home.title")), quiet(opening(view, say))];
  const bottom = [
    ...settingsBlocks(view, listener),
    choices([
      button(say("coach.button.topics"), { kind: "topics" }),
      button(say("customers.button.customers"), { kind: "register-list", of: {}, page: 0, anew: true }),
      button(say("coach.button.help"), { kind: "help" }),
    ]),
  ];
  const drawn = view.sections.map((section) => drawSection(section, listener, say));
  return [...top, ...fitted(drawn, [...top, ...bottom], listener), ...bottom];
}

function opening({ newcomer, hasTeam, sections }: HomeView, say: Say): string | undefined {
  if (!hasTeam) return say("home.noTeam");
  if (newcomer) return say("home.welcome");
  return sections.length === 0 ? say("home.nothing") : undefined;
}

interface DrawnSection {
  readonly top: Blocks;
  readonly items: readonly Blocks[];
  /** The way to all of it. */
  readonly all: Block | undefined;
  readonly total: number;
}

function drawSection({ section, items, total }: ReadSection, listener: Listener, say: Say): DrawnSection {
  const label = shorten(say("home.button.all", { count: total }), LIMITS.buttonLabel);
  return {
    top: [heading(section.title(say))],
    items: items.map((item) => item(listener)),
    all: choices([button(label, { kind: "home", section: section.id })]),
    total,
  };
}

/** As many items as there is room for, the first sections first; each section keeps its heading and the way to the rest. One picture a page. */
function fitted(sections: readonly DrawnSection[], around: Blocks, { language }: Listener): Blocks {
  const kept = sections.map((section) => ({ section, items: [] as Blocks[] }));
  const blocks = () => {
    const pictures = { shown: 0 };
    return kept.flatMap(({ section, items }) => [
      ...section.top,
      ...items.flat().filter((block) => block?.kind !== "picture" || ++pictures.shown === 1),
      items.length < section.total ? section.all : undefined,
    ]);
  };
  for (const one of kept) {
    for (const item of one.section.items) {
      one.items.push(item);
      if (fits(messageOf(language, [...around, ...blocks()]))) continue;
      one.items.pop();
      break;
    }
  }
  return blocks();
}

function fits({ blocks, text }: Message): boolean {
  return blocks.length <= ROOM.blocks && text.length <= ROOM.characters;
}

function ownPage({ sections }: HomeView, page: number, listener: Listener, say: Say): Blocks {
  return sections.flatMap(({ section, items, total }) => {
    const pages = Math.ceil(total / section.most.onPage);
    const to = (label: string, other: number) => button(label, { kind: "home", section: section.id, page: other });
    return [
      heading(section.title(say)),
      ...items.flatMap((item) => item(listener)),
      pages > 1 ? quiet(say("home.page", { page: page + 1, pages })) : undefined,
      choices([
        page > 0 ? to(say("home.button.before"), page - 1) : undefined,
        page + 1 < pages ? to(say("home.button.next"), page + 1) : undefined,
        button(say("home.button.home"), { kind: "home" }),
      ]),
    ];
  });
}
