import type { Say } from "../../../../text/text.ts";

interface Props {
  readonly lost: boolean;
  /** How many said things wait to be sent. */
  readonly waiting: number;
  readonly say: Say;
}

/** Tells that the connection is gone and that nothing needs to be done about it. */
export function ConnectionBar({ lost, waiting, say }: Props) {
  return (
    <div role="status" class="connection" data-lost={lost}>
      {lost && (
        <p>
          <span class="pulse" aria-hidden="true" />
          {say("web.page.connection.lost")} {waiting > 0 && say("web.page.connection.waiting", { count: waiting })}
        </p>
      )}
    </div>
  );
}
