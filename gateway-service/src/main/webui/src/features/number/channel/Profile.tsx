import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "../../../api/client";
import type { BusinessProfile } from "../../../api/types";
import { type Key, useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { useCan } from "../../../live/session";
import { Button } from "../../../ui/Button";
import { Dialog, DialogHead } from "../../../ui/Dialog";
import { toast } from "../../../ui/Toasts";
import page from "../NumberPage.module.css";
import { changeProfile } from "./calls";
import styles from "./Channel.module.css";
import { LabelledField } from "./LabelledField";
import { ProfilePicture } from "./ProfilePicture";
import { profileQuery } from "./queries";
import { VERTICALS } from "./verticals";
import { why } from "./why";

const LINES = ["about", "description", "address", "email"] as const;
const MOST: Record<(typeof LINES)[number], number> = {
  about: 139,
  description: 256,
  address: 256,
  email: 128,
};

/** What customers see when they tap the business's name. */
export function Profile({ phoneNumberId }: { phoneNumberId: string }) {
  const t = useT();
  const can = useCan();
  const { api, queries } = useAsking();
  const { data, error } = useQuery(profileQuery(api, phoneNumberId), queries);
  const [changing, setChanging] = useState(false);
  const sites = data?.websites ?? [];
  return (
    <section>
      <h3>{t("number.profile.title")}</h3>
      <div className={page.sync}>
        {error && <p role="alert">{why(error, t)}</p>}
        {data && (
          <dl className={page.now}>
            {LINES.map((line) => (
              <div key={line}>
                <dt>{t(`number.profile.${line}`)}</dt>
                <dd dir="auto">{data[line] || t("number.profile.none")}</dd>
              </div>
            ))}
            <div>
              <dt>{t("number.profile.websites")}</dt>
              <dd>{sites.join(", ") || t("number.profile.none")}</dd>
            </div>
            <div>
              <dt>{t("number.profile.vertical")}</dt>
              <dd>{t(`number.vertical.${data.vertical ?? "OTHER"}` as Key)}</dd>
            </div>
            <div>
              <dt>{t("number.profile.picture")}</dt>
              <dd>
                {data.pictureUrl ? (
                  <a href={data.pictureUrl} target="_blank" rel="noreferrer">
                    {t("number.profile.picture.there")}
                  </a>
                ) : (
                  t("number.profile.none")
                )}
              </dd>
            </div>
          </dl>
        )}
        {data && can("number.manage") && (
          <>
            <Button small onPress={() => setChanging(true)}>
              {t("number.profile.change")}
            </Button>
            <ProfilePicture phoneNumberId={phoneNumberId} />
          </>
        )}
      </div>
      {changing && data && (
        <ProfileForm phoneNumberId={phoneNumberId} before={data} onClose={() => setChanging(false)} />
      )}
    </section>
  );
}

function ProfileForm(props: { phoneNumberId: string; before: BusinessProfile; onClose: () => void }) {
  const { phoneNumberId, before, onClose } = props;
  const t = useT();
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  const [profile, setProfile] = useState(before);
  const [first = "", second = ""] = profile.websites ?? [];
  const change = (more: Partial<BusinessProfile>) => setProfile((now) => ({ ...now, ...more }));
  const save = useMutation(
    {
      mutationFn: () => changeProfile(api, phoneNumberId, changedIn(before, profile)),
      onSuccess: (now) => {
        client.setQueryData(profileQuery(api, phoneNumberId).queryKey, now);
        toast(t("number.profile.saved"));
        onClose();
      },
    },
    queries,
  );
  const wrong = save.error instanceof ApiProblem ? (save.error.problem.violations ?? []) : [];
  const isWrong = (field: string) => wrong.some((one) => one.field.startsWith(field));
  const trouble = (field: keyof BusinessProfile) =>
    isWrong(field) ? t(`number.profile.wrong.${field}` as Key) : null;
  return (
    <Dialog label={t("number.profile.change")} width={520} onClose={onClose}>
      <form
        className={styles.connect}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <DialogHead title={t("number.profile.change")} />
        {LINES.map((line) => (
          <LabelledField
            key={line}
            label={t(`number.profile.${line}`)}
            hint={`${(profile[line] ?? "").length}/${MOST[line]}`}
            maxLength={MOST[line]}
            value={profile[line] ?? ""}
            trouble={trouble(line)}
            onChange={(value) => change({ [line]: value })}
          />
        ))}
        <LabelledField
          label={t("number.profile.website")}
          type="url"
          maxLength={256}
          value={first}
          trouble={trouble("websites")}
          onChange={(value) => change({ websites: [value, second] })}
        />
        <LabelledField
          label={t("number.profile.website2")}
          type="url"
          maxLength={256}
          value={second}
          onChange={(value) => change({ websites: [first, value] })}
        />
        <label className={styles.field}>
          {t("number.profile.vertical")}
          <select
            value={profile.vertical ?? "OTHER"}
            onChange={(event) => change({ vertical: event.target.value })}
          >
            {VERTICALS.map((vertical) => (
              <option key={vertical} value={vertical}>
                {t(`number.vertical.${vertical}` as Key)}
              </option>
            ))}
          </select>
        </label>
        {save.error && wrong.length === 0 && (
          <p role="alert" className={styles.trouble}>
            {why(save.error, t)}
          </p>
        )}
        <footer className={styles.foot}>
          <Button onPress={onClose}>{t("number.connect.cancel")}</Button>
          <Button variant="primary" type="submit" isDisabled={save.isPending}>
            {t("number.profile.save")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** What is as it was is not written again. */
function changedIn(before: BusinessProfile, after: BusinessProfile): BusinessProfile {
  const websites = after.websites?.map((site) => site.trim()).filter(Boolean);
  const now = { ...after, ...(websites ? { websites } : {}) };
  return Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof BusinessProfile]),
    ),
  );
}
