import type { MadeFile } from "../../../../channels/file-source.ts";
import type { ExportFile } from "../../../../customers/files/export-file.ts";
import type { Message } from "../../../../message/message.ts";
import type { Directory } from "../../../../people/directory.ts";
import { words } from "../../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../../../draw/compose.ts";
import { personName } from "../../../draw/naming.ts";
import { moment } from "../../../draw/when.ts";
import type { Listener } from "../../../scene.ts";

const PAGE = 10;

/** The register as a file; once its time is over, how to get it again. */
export function drawExport(
  file: ExportFile,
  made: Pick<MadeFile, "name" | "bytes"> | undefined,
  { language }: Listener,
): Message {
  const say = words(language);
  if (!made) return messageOf(language, [paragraph(say("exchange.file.expired"))]);
  return messageOf(language, [
    paragraph(say(file.of === "all" ? "exchange.file.ready" : "exchange.file.readyOwn", { count: file.count })),
    {
      kind: "file",
      file: file._id,
      name: made.name,
      size: made.bytes.length,
      label: say("exchange.download"),
      note: say("exchange.file.expires"),
    },
    quiet(say("exchange.file.noted")),
  ]);
}

/** Who took customers out as files, the newest first. */
export function drawExports(
  all: readonly ExportFile[],
  page: number,
  { directory, now }: { readonly directory: Directory; readonly now: number },
  listener: Listener,
): Message {
  const { language } = listener;
  const say = words(language);
  const last = Math.max(0, Math.ceil(all.length / PAGE) - 1);
  const at = Math.min(page, last);
  const lines = all.slice(at * PAGE, (at + 1) * PAGE).map(({ at: when, person, count, format, openedAt }) => {
    const told = say("exchange.exports.line", {
      when: moment(when, listener, now),
      name: personName(directory, person, language),
      count,
      format: format.toUpperCase(),
    });
    const opened =
      openedAt === null
        ? say("exchange.exports.unopened")
        : say("exchange.exports.opened", { when: moment(openedAt, listener, now) });
    return `${told}, ${opened}`;
  });
  const to = (label: string, other: number) => button(label, { kind: "register-exports", page: other });
  return messageOf(language, [
    heading(say("exchange.exports.title")),
    paragraph(all.length === 0 ? say("exchange.exports.none") : lines.join("\n")),
    choices([
      at < last ? to(say("customers.button.next"), at + 1) : undefined,
      at > 0 ? to(say("customers.button.previous"), at - 1) : undefined,
    ]),
  ]);
}
