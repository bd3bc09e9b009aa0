import { type ComponentChildren, Fragment } from "preact";
import type { Say } from "../../../../text/text.ts";
import type { MessagesView } from "../../api.ts";
import { Icon } from "../parts/icon.tsx";
import { groupsOf, type Line } from "../state/lines.ts";
import type { Clock } from "../state/when.ts";
import { type LineDeeds, LineView } from "./line-view.tsx";
import { useSticking } from "./use-sticking.ts";

interface Props {
  readonly label: string;
  /** Undefined until fetched. */
  readonly page: MessagesView | undefined;
  readonly lines: readonly Line[];
  readonly person: string;
  readonly editing: string | null;
  readonly clock: Clock;
  readonly say: Say;
  readonly deeds: LineDeeds;
  readonly onEarlier: () => Promise<void>;
  /** What stands above the first message: a thread's root, or the words of an empty room. */
  readonly children?: ComponentChildren;
}

/** The messages of a place, oldest first. It stays at the newest one unless the reader has scrolled up. */
export function MessageList(props: Props) {
  const { label, page, lines, person, editing, clock, say, deeds, onEarlier, children } = props;
  const { scroller, content, away, toNewest, keepPlace } = useSticking(
    lines.at(-1)?.key,
    lines.at(-1)?.sending === "message",
  );
  const now = Date.now();
  return (
    <div class="log-frame">
      <div class="log-scroller" ref={scroller}>
        <div class="log" ref={content} role="log" aria-live="polite" aria-label={label} aria-busy={page === undefined}>
          {page?.more === true && (
            <button type="button" class="button earlier" onClick={() => keepPlace(onEarlier)}>
              {say("web.page.messages.earlier")}
            </button>
          )}
          {page === undefined && lines.length === 0 && (
            <p class="loading">
              <span class="sr-only">{say("web.page.loading")}</span>
            </p>
          )}
          {children}
          <ol>
            {groupsOf(lines, clock.day).map((group) => (
              <Fragment key={group.key}>
                {group.newDay && (
                  <li class="day">
                    <span>{clock.dayName(group.at, now)}</span>
                  </li>
                )}
                {group.lines.map((line, index) => (
                  <LineView
                    key={line.key}
                    line={line}
                    first={index === 0}
                    mine={line.from.kind === "person" && line.from.id === person}
                    editing={editing === line.key}
                    clock={clock}
                    say={say}
                    deeds={deeds}
                  />
                ))}
              </Fragment>
            ))}
          </ol>
        </div>
      </div>
      {away && (
        <button type="button" class="to-newest" onClick={toNewest}>
          <Icon name="down" /> {say("web.page.messages.newest")}
        </button>
      )}
    </div>
  );
}
