import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { Api } from "../../../api/client";
import { callback, catalogues, checkSetup, profile, qrCodes, setup } from "./calls";

/** So soon the status of a test message is looked for; and when nothing has come for a minute, so late. */
const SOON = 2_000;
const LATER = 15_000;
const A_MINUTE = 60_000;
const UNDER_WAY = ["accepted", "sent"];

/** How far a number is connected.
 *
 * @param now by the server's clock
 */
export const setupQuery = (api: Api, phoneNumberId: string, now: () => number = Date.now) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "setup"],
    queryFn: () => setup(api, phoneNumberId),
    refetchInterval: ({ state: { data } }) => {
      if (!data?.test || !UNDER_WAY.includes(data.test.status)) return false;
      return now() - Date.parse(data.test.sentAt) < A_MINUTE ? SOON : LATER;
    },
  });

/** What WhatsApp itself says of that, asked each time the steps are opened. */
export const checkQuery = (api: Api, phoneNumberId: string, client: QueryClient) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "check"],
    queryFn: async () => {
      const checked = await checkSetup(api, phoneNumberId);
      const { queryKey } = setupQuery(api, phoneNumberId);
      // What was asked for before WhatsApp answered is older.
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, checked);
      void client.invalidateQueries({ queryKey: ["numbers"], exact: true });
      return checked.connected;
    },
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

/** What is entered at Meta; it changes with the installation only. */
export const callbackQuery = (api: Api) =>
  queryOptions({ queryKey: ["webhook"], queryFn: () => callback(api), staleTime: Infinity });

/** What customers see of the business, as WhatsApp has it. */
export const profileQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "profile"],
    queryFn: () => profile(api, phoneNumberId),
    staleTime: 60_000,
  });

/** The links by which customers open a chat. */
export const qrCodesQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "qr-codes"],
    queryFn: () => qrCodes(api, phoneNumberId),
    staleTime: 60_000,
  });

/** The catalogues to choose from: asked when somebody is about to choose. */
export const cataloguesQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "catalogues"],
    queryFn: () => catalogues(api, phoneNumberId),
    retry: false,
  });
