import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Say } from "../../../../text/text.ts";
import type { PersonView } from "../../api.ts";
import type { Spot } from "../state/api.ts";
import { spotKey } from "../state/chat.ts";
import { linesOf, type Sender } from "../state/lines.ts";
import type { ChatHandle } from "../state/use-chat.ts";
import type { Clock } from "../state/when.ts";
import { Composer } from "./composer.tsx";
import { contentOf } from "./content-of.ts";
import type { LineDeeds } from "./line-view.tsx";
import { MessageList } from "./message-list.tsx";
import { TypingSign } from "./typing-sign.tsx";
import { useFileDrop } from "./use-file-drop.ts";

export interface Surroundings {
  readonly me: PersonView;
  readonly handle: ChatHandle;
  readonly clock: Clock;
  readonly say: Say;
  readonly onPicture: (source: string, alt: string) => void;
}

interface Props extends Surroundings {
  readonly spot: Spot;
  readonly label: string;
  readonly composerLabel: string;
  readonly placeholder: string;
  readonly takesFiles: boolean;
  /** Null inside a thread. */
  readonly onThread: ((thread: string) => void) | null;
  /** Above the first message. */
  readonly above?: ComponentChildren;
  /** Between the messages and the composer. */
  readonly below?: ComponentChildren;
}

/** Messages, the typing sign and the composer: the same in a room and in a thread. */
export function Conversation(props: Props) {
  const { me, handle, spot, clock, say, label, composerLabel, placeholder, takesFiles } = props;
  const { onThread, onPicture, above, below } = props;
  const { chat, sendings, act, change } = handle;
  const [editing, setEditing] = useState<string | null>(null);
  const key = spotKey(spot);
  const page = chat.pages[key];
  const self: Sender = { kind: "person", id: me.id, name: me.name };
  const lines = linesOf(spot, page?.messages ?? [], sendings, self);
  const deeds: LineDeeds = {
    onTap: (message, { action, values }) => act({ verb: "tap", message, action, values }),
    onEdit: (message, text) => {
      act({ verb: "edit", message, text });
      setEditing(null);
    },
    onDelete: (message) => act({ verb: "delete", message }),
    startEditing: setEditing,
    onPicture,
    onThread,
  };
  const editLast = () => {
    const own = lines.findLast(
      ({ message, from }) => message !== null && !message.deleted && from.kind === "person" && from.id === me.id,
    );
    if (own !== undefined) setEditing(own.key);
  };
  const sendFile = async (files: FileList) => {
    for (const file of files) {
      const content = await contentOf(file);
      act({ verb: "file", ...spot, name: file.name, content });
      if (content === null) change({ kind: "notice", notice: say("web.page.file.tooLarge") });
    }
  };
  const { place, filesOver } = useFileDrop((files) => void sendFile(files));
  return (
    <div class="conversation" ref={place}>
      <MessageList
        label={label}
        page={page}
        lines={lines}
        person={me.id}
        editing={editing}
        clock={clock}
        say={say}
        deeds={deeds}
        onEarlier={() => handle.showEarlier(spot)}
      >
        {above}
      </MessageList>
      <div class="foot">
        <TypingSign until={chat.typing[key]} say={say} />
        {below}
        <Composer
          draftKey={`${me.id}.${key}`}
          label={composerLabel}
          placeholder={placeholder}
          say={say}
          returned={chat.returned?.spot === key ? chat.returned.text : null}
          onSend={(text) => handle.speak(spot, text)}
          onEditLast={editLast}
          takesFiles={takesFiles}
          onFiles={(files) => void sendFile(files)}
        />
      </div>
      {filesOver && <p class="drop">{say("web.page.file.drop")}</p>}
    </div>
  );
}
