import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { SCOPES } from "../../../src/channels/slack/installations/scopes.ts";
import { EVENTS_PATH } from "../../../src/channels/slack/receive/door/http-receiver.ts";
import { EVENTS } from "../../../src/channels/slack/receive/read/read-event.ts";
import { MAKE_ACTION } from "../../../src/channels/slack/receive/read/read-interaction.ts";
import { COMMAND } from "../../../src/channels/slack/receive/read/read-slash-command.ts";

const text = readFileSync("manifests/slack.yaml", "utf8");
const manifest = z
  .object({
    display_information: z.object({
      name: z.string().max(35),
      description: z.string().max(140),
      long_description: z.string().min(174).max(4000),
    }),
    features: z.object({
      app_home: z.object({ home_tab_enabled: z.literal(true), messages_tab_enabled: z.literal(true) }),
      slash_commands: z.array(z.object({ command: z.string(), description: z.string().max(2000) })),
      shortcuts: z.array(z.object({ type: z.literal("message"), callback_id: z.string(), name: z.string().max(24) })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.literal(true) }),
      socket_mode_enabled: z.boolean(),
      token_rotation_enabled: z.literal(false),
    }),
  })
  .parse(parse(text));

test("the manifest asks for exactly the scopes that installing asks for", () => {
  expect(manifest.oauth_config.scopes.bot).toEqual([...SCOPES]);
});

test("it subscribes to exactly the events that are read", () => {
  const subscribed = manifest.settings.event_subscriptions.bot_events.map((name) =>
    name.replace(/^message\..+$/, "message"),
  );
  expect([...new Set(subscribed)].sort()).toEqual([...EVENTS].sort());
});

test("it has the command and the shortcut that are taken in, once each", () => {
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
  expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([MAKE_ACTION]);
});

test("the addresses of its HTTP lines are the one that is listened to", () => {
  const addresses = [...text.matchAll(/^\s*# (?:request_)?url: (\S+)$/gm)].map(
    ([, address = ""]) => new URL(address).pathname,
  );
  expect(addresses).toEqual([EVENTS_PATH, EVENTS_PATH, EVENTS_PATH]);
});
