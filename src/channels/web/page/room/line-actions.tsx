import type { Say } from "../../../../text/text.ts";
import type { WebMessage } from "../../api.ts";
import { Icon } from "../parts/icon.tsx";
import type { LineDeeds } from "./line-view.tsx";

interface Props {
  readonly message: WebMessage;
  readonly mine: boolean;
  readonly say: Say;
  readonly deeds: LineDeeds;
}

/** What can be done with one message; shows on hover and focus, and always where there is no hover. */
export function LineActions({ message, mine, say, deeds }: Props) {
  const { onThread, startEditing, onDelete } = deeds;
  const thread = onThread === null ? null : message.startsThread;
  if (thread === null && !mine) return null;
  return (
    <div class="line-actions">
      {thread !== null && onThread !== null && (
        <ActionButton icon="reply" label={say("web.page.messages.replyInThread")} onClick={() => onThread(thread)} />
      )}
      {mine && (
        <>
          <ActionButton icon="edit" label={say("web.page.messages.edit")} onClick={() => startEditing(message.id)} />
          <ActionButton icon="remove" label={say("web.page.messages.delete")} onClick={() => onDelete(message.id)} />
        </>
      )}
    </div>
  );
}

interface ButtonProps {
  readonly icon: "reply" | "edit" | "remove";
  readonly label: string;
  readonly onClick: () => void;
}

function ActionButton({ icon, label, onClick }: ButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
