import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ApiProblem } from "../../../api/client";
import type { NumberSetup } from "../../../api/types";
import { type Key, useT } from "../../../i18n";
import { cx } from "../../../lib/cx";
import { useAsking } from "../../../live/asking";
import { useInbox, useServerNow, useSession } from "../../../live/session";
import { Button } from "../../../ui/Button";
import { register, sendTest, subscribe } from "./calls";
import { Callback } from "./Callback";
import styles from "./Channel.module.css";
import { LabelledField } from "./LabelledField";
import { checkQuery, setupQuery } from "./queries";
import { adviceFor } from "./testFailures";
import { why } from "./why";

/** What is still to be done until messages come and go. Each step says what is wrong, and can be done again. */
export function Steps({ phoneNumberId, onClose }: { phoneNumberId: string; onClose: () => void }) {
  const t = useT();
  const { api, queries } = useAsking();
  const { clock } = useInbox();
  const client = useQueryClient(queries);
  const { data, error } = useQuery(setupQuery(api, phoneNumberId, clock.now), queries);
  const check = useQuery(checkQuery(api, phoneNumberId, client), queries);
  if (!data) {
    return error ? (
      <p role="alert" className={styles.trouble}>
        {why(error, t)}
      </p>
    ) : (
      <p>{t("number.loading")}</p>
    );
  }
  return (
    <>
      <p>
        {t(data.connected ? "number.connect.done" : "number.connect.notYet", {
          number: data.name || data.displayPhone,
        })}
        {check.isFetching && ` ${t("number.connect.checking")}`}
      </p>
      {check.error && (
        <p role="alert" className={styles.trouble}>
          {t("number.connect.unchecked", { words: why(check.error, t) ?? "" })}
        </p>
      )}
      <ol className={styles.steps}>
        <Subscription setup={data} />
        <Registration setup={data} />
        <Step title={t("number.step.callback")} done={data.heardAt !== undefined}>
          <Callback heard={data.heardAt !== undefined} />
        </Step>
        <TestMessage setup={data} />
      </ol>
      <footer className={styles.foot}>
        <Button variant={data.connected ? "primary" : "default"} onPress={onClose}>
          {t(data.connected ? "number.connect.close" : "number.connect.later")}
        </Button>
      </footer>
    </>
  );
}

function Step({ title, done, children }: { title: string; done: boolean; children: ReactNode }) {
  const t = useT();
  return (
    <li className={cx(done && styles.done)}>
      <h3>
        {title} {done && <span>· {t("number.step.done")}</span>}
      </h3>
      {children}
    </li>
  );
}

/** A step that is taken at the server; what it came to is shown at once. */
function useStep(phoneNumberId: string, take: () => Promise<NumberSetup>) {
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  return useMutation(
    {
      mutationFn: take,
      onSuccess: (setup) => {
        client.setQueryData(setupQuery(api, phoneNumberId).queryKey, setup);
        void client.invalidateQueries({ queryKey: ["numbers"], exact: true });
      },
    },
    queries,
  );
}

function Trouble({ error, advice }: { error: unknown; advice?: Key | undefined }) {
  const t = useT();
  const words = why(error, t);
  return (
    words && (
      <p role="alert" className={styles.trouble}>
        {advice ? `${words} ${t(advice)}` : words}
      </p>
    )
  );
}

function Subscription({ setup }: { setup: NumberSetup }) {
  const t = useT();
  const { api } = useSession();
  const step = useStep(setup.phoneNumberId, () => subscribe(api, setup.phoneNumberId));
  const done = setup.subscribedAt !== undefined;
  return (
    <Step title={t("number.step.subscribe")} done={done}>
      <p>{t("number.step.subscribe.text")}</p>
      <Trouble error={step.error} />
      <Button small isDisabled={step.isPending} onPress={() => step.mutate()}>
        {t(done ? "number.step.again" : "number.step.subscribe.do")}
      </Button>
    </Step>
  );
}

function Registration({ setup }: { setup: NumberSetup }) {
  const t = useT();
  const { api } = useSession();
  const [pin, setPin] = useState("");
  const step = useStep(setup.phoneNumberId, () =>
    register(api, setup.phoneNumberId, pin).then((now) => {
      setPin("");
      return now;
    }),
  );
  const done = setup.registeredAt !== undefined;
  return (
    <Step title={t("number.step.register")} done={done}>
      <p>{t("number.step.register.text")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          step.mutate();
        }}
      >
        <LabelledField
          label={t("number.step.register.pin")}
          hint={t("number.step.register.pin.hint")}
          inputMode="numeric"
          maxLength={6}
          value={pin}
          onChange={setPin}
        />
        <Trouble error={step.error} />
        <Button small type="submit" isDisabled={step.isPending || !/^\d{6}$/.test(pin)}>
          {t(done ? "number.step.again" : "number.step.register.do")}
        </Button>
      </form>
    </Step>
  );
}

/** WhatsApp says within seconds that a message was sent. When it does not, it is not heard. */
const SILENT_AFTER = 20_000;
const SILENCES: readonly Key[] = [
  "number.test.silent.address",
  "number.test.silent.subscribed",
  "number.test.silent.live",
  "number.test.silent.reach",
];

/** What WhatsApp refuses in words of its own is mended by its code. */
const adviceAfter = (error: unknown): Key | undefined =>
  error instanceof ApiProblem && error.problem.reasonKey === "whatsapp-refused"
    ? adviceFor(error.problem.code)
    : undefined;

function TestMessage({ setup }: { setup: NumberSetup }) {
  const t = useT();
  const { api } = useSession();
  const [to, setTo] = useState("");
  const step = useStep(setup.phoneNumberId, () => sendTest(api, setup.phoneNumberId, to.trim()));
  const status = setup.test?.status;
  const arrived = status === "delivered" || status === "read";
  const now = useServerNow(1_000);
  const isSilent = status === "accepted" && now - Date.parse(setup.test?.sentAt ?? "") > SILENT_AFTER;
  return (
    <Step title={t("number.step.test")} done={arrived}>
      <p>{t("number.step.test.text")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          step.mutate();
        }}
      >
        <LabelledField
          label={t("number.step.test.to")}
          hint={t("number.step.test.to.hint")}
          inputMode="tel"
          value={to}
          onChange={setTo}
        />
        <Trouble error={step.error} advice={adviceAfter(step.error)} />
        {status && !step.error && (
          <p role="status">
            {status === "failed"
              ? `${t("number.test.failed", {
                  words: setup.test?.error?.title ?? "",
                  code: String(setup.test?.error?.code ?? ""),
                })} ${t(adviceFor(setup.test?.error?.code))}`
              : t(
                  arrived
                    ? "number.test.arrived"
                    : status === "sent"
                      ? "number.test.sent"
                      : isSilent
                        ? "number.test.silent"
                        : "number.test.accepted",
                )}
          </p>
        )}
        {isSilent && !step.error && (
          <ul>
            {SILENCES.map((cause) => (
              <li key={cause}>{t(cause)}</li>
            ))}
          </ul>
        )}
        <Button small type="submit" isDisabled={step.isPending || to.replace(/\D/g, "").length < 6}>
          {t("number.step.test.do")}
        </Button>
      </form>
    </Step>
  );
}
