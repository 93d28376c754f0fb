import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../../api/client";
import { callback, catalogues, profile, qrCodes, setup } from "./calls";

/** So soon the status of a test message is looked for. */
const SOON = 2_000;
const UNDER_WAY = ["accepted", "sent"];

/** How far a number is connected. */
export const setupQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "setup"],
    queryFn: () => setup(api, phoneNumberId),
    refetchInterval: ({ state: { data } }) =>
      data?.test && UNDER_WAY.includes(data.test.status) ? SOON : false,
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
