import { useQuery } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import type { NumberHealth } from "../../api/types";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { useCan } from "../../live/session";
import { Boundary } from "../../ui/Boundary";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { cx } from "../../lib/cx";
import { AccessToken } from "./AccessToken";
import { Connection } from "./Connection";
import { Facts } from "./Facts";
import { Limitations } from "./Limitations";
import { Manage, Profile, QrCodes } from "./parts";
import styles from "./NumberPage.module.css";
import { PhoneSync } from "./PhoneSync";
import { numberQuery } from "./queries";
import { Reports } from "./Reports";

/** One number: how it is, what holds of it, and what was said of it. */
export function NumberSection({ number }: { number: NumberHealth }) {
  const t = useT();
  const may = useCan();
  const { api, queries } = useAsking();
  const { data, isError, refetch } = useQuery(numberQuery(api, number.phoneNumberId), queries);
  return (
    <section className={styles.number} aria-label={number.name || number.displayPhone}>
      <header>
        <h2 dir="auto">{number.name || number.displayPhone}</h2>
        <p>{number.displayPhone}</p>
        {!number.connected && (
          <strong className={cx(styles.level, styles.warning)}>{t("number.notConnected")}</strong>
        )}
        {number.connected && data && (
          <strong className={cx(styles.level, styles[data.health.level])}>
            {t(`number.level.${data.health.level}`)}
          </strong>
        )}
      </header>
      {!data && isError && (
        <div role="alert">
          <EmptyState
            icon={CircleAlert}
            title={t("number.failed")}
            action={<Button onPress={() => void refetch()}>{t("action.retry")}</Button>}
          />
        </div>
      )}
      {!data && !isError && <p className={styles.quiet}>{t("number.loading")}</p>}
      {data && (
        <>
          <Limitations limitations={data.health.limitations} />
          <Boundary otherwise={null}>
            <Connection phoneNumberId={number.phoneNumberId} />
          </Boundary>
          {may("number.manage") && <Manage number={number} />}
          {number.connected && <Profile phoneNumberId={number.phoneNumberId} />}
          {number.connected && <QrCodes phoneNumberId={number.phoneNumberId} />}
          {may("number.manage") && <AccessToken phoneNumberId={number.phoneNumberId} />}
          <PhoneSync phoneNumberId={number.phoneNumberId} />
          <Facts facts={data.facts} />
          <Reports phoneNumberId={number.phoneNumberId} />
        </>
      )}
    </section>
  );
}
