import type { Say } from "../../../../text/text.ts";
import { CardView } from "../card/card-view.tsx";
import type { Tap } from "../card/read-tap.ts";
import { Avatar } from "../parts/avatar.tsx";
import type { Line } from "../state/lines.ts";
import type { Clock } from "../state/when.ts";
import { LineActions } from "./line-actions.tsx";
import { OwnEditor } from "./own-editor.tsx";

/** What can be done with the messages of a place. */
export interface LineDeeds {
  readonly onTap: (message: string, tap: Tap) => void;
  readonly onEdit: (message: string, text: string) => void;
  readonly onDelete: (message: string) => void;
  readonly onPicture: (source: string, alt: string) => void;
  readonly startEditing: (message: string | null) => void;
  /** Null inside a thread. */
  readonly onThread: ((thread: string) => void) | null;
}

interface Props {
  readonly line: Line;
  /** The first of a group carries the sender's name and mark. */
  readonly first: boolean;
  readonly mine: boolean;
  readonly editing: boolean;
  readonly clock: Clock;
  readonly say: Say;
  readonly deeds: LineDeeds;
}

export function LineView({ line, first, mine, editing, clock, say, deeds }: Props) {
  const { message } = line;
  const name = line.from.kind === "coach" ? say("web.page.coach") : line.from.name;
  const gone = message?.deleted === true;
  return (
    <li
      class={`line${first ? " first" : ""}${line.sending === "message" ? " on-the-way" : ""}`}
      data-message={line.key}
      data-from={line.from.kind}
    >
      <div class="line-side">
        {first ? (
          <Avatar of={line.from} />
        ) : (
          <time class="line-time" dateTime={new Date(line.at).toISOString()} title={clock.full(line.at)}>
            {clock.time(line.at)}
          </time>
        )}
      </div>
      <div class="line-body">
        {first ? (
          <p class="line-head">
            <span class="line-name">{name}</span>{" "}
            <time dateTime={new Date(line.at).toISOString()} title={clock.full(line.at)}>
              {clock.time(line.at)}
            </time>
          </p>
        ) : (
          <span class="sr-only">{name}</span>
        )}
        {gone && <p class="gone">{say("web.page.messages.deleted")}</p>}
        {!gone && editing && message !== null && (
          <OwnEditor
            text={line.text}
            say={say}
            onSave={(text) => deeds.onEdit(message.id, text)}
            onCancel={() => deeds.startEditing(null)}
          />
        )}
        {!gone && !editing && <Content line={line} say={say} deeds={deeds} />}
        {message !== null && deeds.onThread !== null && (
          <Replies line={line} clock={clock} say={say} onThread={deeds.onThread} />
        )}
      </div>
      {message !== null && !gone && !editing && <LineActions message={message} mine={mine} say={say} deeds={deeds} />}
    </li>
  );
}

function Content({ line, say, deeds }: Pick<Props, "line" | "say" | "deeds">) {
  const { message } = line;
  const card = message?.card ?? null;
  return (
    <>
      <p class={card === null ? "text" : "text sr-only"} dir="auto">
        {line.text}
        {message?.edited === true && card === null && <span class="note"> ({say("web.page.messages.edited")})</span>}
        {(line.sending === "message" || line.sending === "change") && (
          <span class="note sending"> {say("web.page.messages.sending")}</span>
        )}
      </p>
      {card !== null && message !== null && (
        <CardView
          card={card}
          say={say}
          busy={line.sending === "tap"}
          onTap={(tap) => deeds.onTap(message.id, tap)}
          onPicture={deeds.onPicture}
          onDrawn={(_card, host) => hideFromReaders(host)}
        />
      )}
    </>
  );
}

/** The message's own text says all of it, so of the card a screen reader meets only what can be used: buttons, rows, fields, tables, pictures. */
function hideFromReaders(host: HTMLElement): void {
  for (const text of host.querySelectorAll(".ac-textBlock, .ac-richTextBlock")) {
    if (text.closest("label, button, [role='button'], [role='table'], .ac-input-container") === null) {
      text.setAttribute("aria-hidden", "true");
    }
  }
}

interface RepliesProps {
  readonly line: Line;
  readonly clock: Clock;
  readonly say: Say;
  readonly onThread: (thread: string) => void;
}

function Replies({ line, clock, say, onThread }: RepliesProps) {
  const thread = line.message?.startsThread ?? null;
  const count = line.message?.replies ?? 0;
  const last = line.message?.lastReplyAt ?? null;
  if (thread === null || count === 0) return null;
  return (
    <button type="button" class="replies" onClick={() => onThread(thread)}>
      <strong>{say("web.page.messages.replies", { count })}</strong>
      {last !== null && <span>{say("web.page.messages.lastReply", { when: clock.time(last) })}</span>}
    </button>
  );
}
