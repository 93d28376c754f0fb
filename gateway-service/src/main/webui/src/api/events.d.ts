// Made from the JSON Schemas of the events by `npm run generate`. Not to be edited.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description To whom a conversation is visible: everything about it is shown to those whose permissions cover this, and to nobody else. */
        Access: {
            /**
             * Format: uuid
             * @description the operator who is responsible; null when nobody is
             */
            assigneeId?: string;
            /** @description the business number's platform id; some operators are limited to some numbers; a service that has only heard of the holder so far does not know it */
            phoneNumberId: string;
            /**
             * Format: uuid
             * @description the team that the conversation belongs to; null when it belongs to none
             */
            teamId?: string;
        };
        /**
         * @description What a customer may do besides writing.
         *     `edited-untold`: Changed a message, and the platform does not tell how.
         *     `pinned`: Pinned a message, or took the pin away.
         *     `voted`: Voted, or changed a poll.
         *     `changed-number`: Moved to another phone number.
         *     `changed-identity`: Has another WhatsApp identity.
         *     `changed-device`: Set WhatsApp up anew, or on another device.
         *     `other`: Something that this version has no word for.
         * @enum {string}
         */
        Act: "edited-untold" | "pinned" | "voted" | "changed-number" | "changed-identity" | "changed-device" | "other";
        /** @description Somebody gave the conversation to an operator. */
        "assignment.assigned.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description who decided it */
            by: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: int64
             * @description How many changes of the responder there were, this one included.
             */
            epoch: number;
            /** @description who holds it from now on */
            operator: components["schemas"]["Person"];
            /** @description who held it before; null when nobody did */
            previous?: components["schemas"]["Person"];
        };
        /** @description The conversation was given back: nobody holds it now. */
        "assignment.released.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description who decided it */
            by: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: int64
             * @description How many changes of the responder there were, this one included.
             */
            epoch: number;
            /** @description who held it until now */
            previous: components["schemas"]["Person"];
        };
        /** @description An operator took the conversation away from the one who held it. */
        "assignment.taken-over.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: int64
             * @description How many changes of the responder there were, this one included.
             */
            epoch: number;
            /** @description who holds it from now on */
            operator: components["schemas"]["Person"];
            /** @description who held it until now */
            previous: components["schemas"]["Person"];
        };
        /** @description An operator took a conversation that nobody held. */
        "assignment.taken.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: int64
             * @description How many changes of the responder there were, this one included.
             */
            epoch: number;
            /** @description who holds it from now on */
            operator: components["schemas"]["Person"];
        };
        /** @description A file as the platform told of it, into which nobody has looked; or one that an operator sends. */
        Attachment: {
            /** @description the platform's id of it, good for seven days; of what an operator sends, ours */
            mediaId: string;
            /** @description of what type the platform says it is */
            mimeType?: string;
            /** @description what its bytes are to hash to, as the platform wrote it: in base64 or in hex */
            sha256?: string;
            /** @description where the platform says that it can be had for a few minutes */
            url?: string;
        };
        /** @description Something to press. */
        Button: {
            /** @description what pressing it does */
            kind: components["schemas"]["ButtonKind"];
            /** @description what stands on it */
            text: string;
            /** @description the page that it opens, perhaps with a place to fill in at its end, the number that it calls, the platform's id of the form that it opens, or how else than by copying a code gets into an app: `ONE_TAP` or `ZERO_TAP` */
            value?: string;
        };
        /**
         * @description What pressing it does.
         *     `quick-reply`: The customer answers with its text.
         *     `flow`: Opens a form; what the customer fills in comes back as Content.Form.
         *     `catalogue`: Opens all of the business' catalogue.
         *     `products`: Opens products that whoever sends the template chooses from the catalogue.
         *     `product`: Opens the product above the text, or on its card.
         *     `voice-call`: Calls the business within WhatsApp.
         *     `contact-request`: Sends the customer's own contact card back.
         *     `call-permission`: Asks whether the business may call; what the customer says comes back as Content.CallPermission.
         *     `app`: Opens an app of the business on the customer's phone.
         *     `one-time-code`: Copies or fills in a code of an authentication template.
         * @enum {string}
         */
        ButtonKind: "quick-reply" | "url" | "phone-number" | "copy-code" | "flow" | "catalogue" | "products" | "product" | "voice-call" | "contact-request" | "call-permission" | "app" | "one-time-code" | "other";
        /** @description One card. Everything on it is optional, its name too. */
        Card: {
            /** @description street, city and country in one line each */
            addresses: components["schemas"]["Entry"][];
            /** @description as the platform wrote it, usually `YYYY-MM-DD` */
            birthday?: string;
            /** @description addresses of e-mail */
            emails: components["schemas"]["Entry"][];
            /** @description as it is to be shown */
            name?: string;
            /** @description company, department and title */
            organization?: string;
            /** @description numbers, as they were typed in */
            phones: components["schemas"]["Entry"][];
            /** @description pages: a reader opens only what begins with `http://` or `https://` */
            urls: components["schemas"]["Entry"][];
        };
        /**
         * @description What it is for, which decides what it costs and who may get it.
         * @enum {string}
         */
        Category: "marketing" | "utility" | "authentication" | "other";
        /**
         * @description Whether a customer agreed to advertising. What he said last counts.
         *     `unknown`: He was never asked, or nobody wrote it down.
         * @enum {string}
         */
        Consent: "unknown" | "given" | "withdrawn";
        /** @description The customer of a conversation, or the group that it is in. */
        Contact: {
            /** @description whether it is a group of customers. One whose subject was never told is called by … and the end of its id */
            group?: boolean;
            /**
             * Format: uuid
             * @description our own id
             */
            id: string;
            /** @description what to call the customer: profile name, else username, else phone number, else a short id */
            name: string;
            /** @description digits with a leading +; the platform may withhold it */
            phone?: string;
            /** @description the WhatsApp username without @ */
            username?: string;
        };
        /** @description What a message says. Every kind has its words in `text`, for lists, for searching, and for a reader who does not know the kind. Kinds are added over time; such a reader sees Unsupported. */
        Content: {
            /** @description what was written; never holds U+0000 or a lone surrogate */
            text: string;
            /** @constant */
            type: "text";
        } | {
            /** @description as the platform wrote it */
            address?: string;
            /**
             * Format: double
             * @description degrees, north of the equator
             */
            latitude: number;
            /**
             * Format: double
             * @description degrees, east of Greenwich
             */
            longitude: number;
            /** @description what is there; neither name nor address means where the customer was */
            name?: string;
            /** @description name and address */
            text?: string;
            /** @constant */
            type: "location";
            /** @description a page about the place, as the platform sent it */
            url?: string;
        } | {
            /** @description at least one */
            cards: components["schemas"]["Card"][];
            /** @description whether we had asked the customer for it */
            requested: boolean;
            /** @description the names on them */
            text?: string;
            /** @constant */
            type: "contacts";
        } | {
            /** @description the platform's id of the catalogue */
            catalogId?: string;
            /** @description what was ordered */
            lines: components["schemas"]["Line"][];
            /** @description what the customer wrote with it */
            text?: string;
            /** @constant */
            type: "order";
        } | {
            /** @description what stands below, in a list */
            description?: string;
            /** @description what was pressed */
            of: components["schemas"]["Of"];
            /** @description the name that the business had given to it; the customer does not see it */
            payload?: string;
            /** @description what stands on it */
            text: string;
            /** @constant */
            type: "choice";
        } | {
            /** @description what was filled in, without the platform's own tokens; those of groups inside by a path with dots */
            fields: components["schemas"]["Field"][];
            /** @description the platform's name of the kind of form: `flow` or `address_message` */
            name?: string;
            /** @description what the platform says in its place, such as `Sent` */
            text?: string;
            /** @constant */
            type: "form";
        } | {
            /** @description whether it may */
            accepted: boolean;
            /** @description whether it may until the customer says no */
            permanent: boolean;
            /** @constant */
            type: "call-permission";
            /**
             * Format: date-time
             * @description until when it may; null when it may not, or always
             */
            until?: string;
        } | {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @description the words below it */
            text?: string;
            /** @constant */
            type: "image";
        } | {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @description the words below it */
            text: string;
            /** @constant */
            type: "video";
        } | {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @constant */
            type: "audio";
        } | {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @constant */
            type: "voice";
        } | {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @description the words below it */
            caption: string;
            /** @description as the customer's phone called it: nobody has looked whether it deceives */
            name: string;
            /** @description its name and the words below it */
            text: string;
            /** @constant */
            type: "document";
        } | {
            /** @description whether it moves */
            animated: boolean;
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @constant */
            type: "sticker";
        } | {
            /** @constant */
            type: "call";
        } | {
            /** @description in the order in which they are shown */
            buttons: components["schemas"]["Button"][];
            /** @description of a carousel, below the words; null when it has none */
            cards?: components["schemas"]["SentCard"][];
            /** @description what it is for */
            category: components["schemas"]["Category"];
            /** @description the picture, the video or the document above; null when there is none */
            fileAbove?: components["schemas"]["FileAbove"];
            /** @description the small line below */
            footer?: string;
            /** @description the line above; null when there is none, or a file */
            header?: string;
            /** @description the platform's code */
            language: string;
            /** @description of the template */
            name: string;
            /** @description that ends at some time; null when it has none */
            offer?: components["schemas"]["SentOffer"];
            /** @description what was filled in, in the template's order */
            parameters: components["schemas"]["Filled"][];
            /** @description the place above; null when there is none */
            placeAbove?: components["schemas"]["PlaceAbove"];
            /** @description of the catalogue that stand above its words, on its cards, or are opened by a button of it; null for none */
            products?: components["schemas"]["OpenedProducts"];
            /** @description its words */
            text: string;
            /** @constant */
            type: "template";
        } | {
            /** @description one to three */
            buttons: components["schemas"]["ReplyButton"][];
            /** @description the small line below */
            footer?: string;
            /** @description the line above; null when there is none */
            header?: string;
            /** @description the question */
            text: string;
            /** @constant */
            type: "buttons";
        } | {
            /** @description what stands on the button that opens the list */
            button: string;
            /** @description the small line below */
            footer?: string;
            /** @description the line above; null when there is none */
            header?: string;
            /** @description one to ten, with ten rows in all */
            sections: components["schemas"]["OptionSection"][];
            /** @description the question */
            text: string;
            /** @constant */
            type: "options";
        } | {
            /** @description what stands on the button */
            button: string;
            /** @description the small line below */
            footer?: string;
            /** @description the line above; null when there is none */
            header?: string;
            /** @description the words */
            text: string;
            /** @constant */
            type: "link";
            /** @description the page */
            url: string;
        } | {
            /** @description the question */
            text: string;
            /** @constant */
            type: "location-request";
        } | {
            /** @description the platform's id of the catalogue */
            catalogId: string;
            /** @description the small line below */
            footer?: string;
            /** @description the product */
            product: components["schemas"]["ShownProduct"];
            /** @description its name and the words with it */
            text: string;
            /** @constant */
            type: "product";
            /** @description what stands with it; null when nothing does */
            words?: string;
        } | {
            /** @description the platform's id of the catalogue */
            catalogId: string;
            /** @description the small line below */
            footer?: string;
            /** @description the line above */
            header: string;
            /** @description one to ten, with thirty products in all */
            sections: components["schemas"]["ProductSection"][];
            /** @description the words with them */
            text: string;
            /** @constant */
            type: "products";
        } | {
            /** @description the platform's id of the catalogue */
            catalogId: string;
            /** @description the small line below */
            footer?: string;
            /** @description the words with it */
            text: string;
            /** @description whose picture stands above; null for that of the first product */
            thumbnail?: components["schemas"]["ShownProduct"];
            /** @constant */
            type: "catalogue";
        } | {
            /** @constant */
            type: "revoked";
        } | {
            /** @description what the platform calls it more closely, such as `poll_creation` */
            detail?: string;
            /** @description why the platform does not tell what it says */
            error?: components["schemas"]["PlatformError"];
            /** @description the platform's name of the kind, such as `image` */
            platformType: string;
            /** @description a caption or other words that came with it */
            text?: string;
            /** @constant */
            type: "unsupported";
        };
        /** @description The platform has blocked the customer, or let him in again, or it did not. */
        "conversation.block-changed.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description whether he was to be blocked; how it stands, the state says */
            blocked: boolean;
            /** @description who wanted it */
            by: components["schemas"]["Person"];
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description why it was not done; null when it was */
            error?: components["schemas"]["PlatformError"];
            /**
             * Format: uuid
             * @description the wish that this answers
             */
            requestId: string;
        };
        /** @description An operator wants the customer blocked, or not any more. Having it done is the outbound service's work. */
        "conversation.block-requested.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description whether he is to be blocked */
            blocked: boolean;
            /** @description who wants it */
            by: components["schemas"]["Person"];
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description by which keys the platform knows the customer */
            recipient: components["schemas"]["Recipient"];
            /**
             * Format: uuid
             * @description names this wish; the answer repeats it
             */
            requestId: string;
        };
        /** @description It is known anew whether the customer wants advertising. Told in each of his conversations, and only when it is what he said last. */
        "conversation.consent-changed.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description the operator who recorded it; null when nobody had to */
            by?: components["schemas"]["Person"];
            /** @description what counts from now on */
            consent: components["schemas"]["Consent"];
            /**
             * Format: uuid
             * @description names what he said; the same in all his conversations
             */
            consentId: string;
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description what shows it, for people */
            evidence?: string;
            /**
             * Format: date-time
             * @description when he said it
             */
            saidAt: string;
            /** @description by what it is known */
            source: components["schemas"]["Source"];
        };
        /** @description The customer is called or reached otherwise than before: the state says how. The team renamed him, said that contacts are one person or two, or he chose another name on WhatsApp. */
        "conversation.contact-changed.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
        };
        /** @description The customer did something that is no message: a line of the timeline, and nothing to answer. */
        "conversation.customer-acted.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /** @description what it was */
            act: components["schemas"]["Act"];
            /**
             * Format: date-time
             * @description when, by the platform's clock
             */
            actedAt: string;
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description what more is known of it, in the platform's words */
            detail?: string;
            /** @description who of a group did it; null in a conversation with one customer */
            sender?: components["schemas"]["Sender"];
        };
        /** @description A person decided about a message of which nobody knew whether it was sent. */
        "conversation.doubt-settled.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: uuid
             * @description the new message that repeats it; null when it had arrived
             */
            again?: string;
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description who decided it */
            by: components["schemas"]["Person"];
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description our id of the message
             */
            messageId: string;
            /** @description what was decided */
            outcome: components["schemas"]["Outcome"];
            /**
             * Format: int64
             * @description its position in the timeline's log
             */
            sequence: number;
        };
        /** @description Something happened to a group itself: a line of the timeline, and nothing to answer. What the group is called, the state says. */
        "conversation.group-changed.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /**
             * Format: date-time
             * @description when, by the platform's clock
             */
            changedAt: string;
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description who came or left, as they were called then; none when it is about the group as a whole */
            names: string[];
            /** @description what the group is called from then on; null when that was not told */
            subject?: string;
            /** @description it is that happened */
            what: components["schemas"]["GroupChange"];
        };
        /** @description The customer is answered by another application from now on, or by us. */
        "conversation.handed-over.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: int64
             * @description up to this position everything of the customer's needs no answer of ours
             */
            answeredThrough: number;
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description who answered before; null when it was we, or is not known */
            from: components["schemas"]["Speaker"];
            /**
             * Format: date-time
             * @description when, by the platform's clock
             */
            handedAt: string;
            /** @description what was said so far, as a machine sums it up */
            summary?: string;
            /** @description who answers now; null when it is we */
            to?: components["schemas"]["Speaker"];
            /** @description what the former one says about it, for people */
            words: string;
        };
        /** @description The file of a message is here, or cannot be had. */
        "conversation.media-changed.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description what is known of the file */
            media: components["schemas"]["Media"];
            /**
             * Format: uuid
             * @description our id of the message
             */
            messageId: string;
            /**
             * Format: int64
             * @description its position in the timeline's log
             */
            sequence: number;
        };
        /** @description Somebody else wrote to the customer in the business's name: on its phone, or by another application. It stands in the timeline on our side. */
        "conversation.message-echoed.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: int64
             * @description up to this position everything of the customer's is answered with it
             */
            answeredThrough: number;
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description what it says */
            content: components["schemas"]["Content"];
            /** @description what it answers, and whether it was passed on */
            context?: components["schemas"]["MessageContext"];
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description whether it came more than two minutes after it was written, and stands above something that was shown before it */
            late: boolean;
            /**
             * Format: uuid
             * @description our id of the message
             */
            messageId: string;
            /**
             * Format: date-time
             * @description when the platform says it was written: the timeline's display order
             */
            platformAt: string;
            /** @description the platform's id (`wamid…`) */
            platformId: string;
            /** @description the message that it answers; null when it answers none, or one that is not in this inbox */
            quoted?: components["schemas"]["Quoted"];
            /**
             * Format: int64
             * @description its position in the timeline's log
             */
            sequence: number;
            /** @description who wrote it */
            speaker: components["schemas"]["Speaker"];
        };
        /** @description Somebody changed a message of his own: the customer, or the business on its phone. */
        "conversation.message-edited.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description what it says now */
            content: components["schemas"]["Content"];
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description what it said before, the oldest first */
            earlier: components["schemas"]["EarlierVersion"][];
            /**
             * Format: date-time
             * @description when it was changed last, by the platform's clock
             */
            editedAt: string;
            /**
             * Format: uuid
             * @description our id of the message
             */
            messageId: string;
            /** @description whether it is one of the business */
            ours?: boolean;
            /** @description whose message in a group it is; null in a conversation with one customer */
            sender?: components["schemas"]["Sender"];
            /**
             * Format: int64
             * @description its position in the timeline's log
             */
            sequence: number;
        };
        /** @description The emojis on a message changed. */
        "conversation.message-reacted.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description our id of the message that they stand on
             */
            messageId: string;
            /** @description all that stand on it now */
            reactions: components["schemas"]["Reaction"][];
            /**
             * Format: int64
             * @description its position in the timeline's log
             */
            sequence: number;
        };
        /** @description A customer's message stands in the timeline. */
        "conversation.message-received.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description what it says */
            content: components["schemas"]["Content"];
            /** @description what it answers, and whether it was passed on */
            context?: components["schemas"]["MessageContext"];
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description whether it came more than two minutes after it was written, and stands above something that was shown before it */
            late: boolean;
            /**
             * Format: uuid
             * @description our id of the message
             */
            messageId: string;
            /**
             * Format: date-time
             * @description when the platform says it was written: the timeline's display order
             */
            platformAt: string;
            /** @description the platform's id (`wamid…`) */
            platformId: string;
            /** @description whether it calls nobody: another application answers the customer, so nobody of us has it unread, and nothing waits */
            quiet?: boolean;
            /** @description the message that it answers; null when it answers none, or one that is not in this inbox */
            quoted?: components["schemas"]["Quoted"];
            /** @description who of a group wrote it; null in a conversation with one customer */
            sender?: components["schemas"]["Sender"];
            /**
             * Format: int64
             * @description its position in the timeline's log, dense per conversation
             */
            sequence: number;
        };
        /** @description Somebody deleted a message of his own: the customer, or the business on its phone. What it said, now and before, is gone: whoever keeps it forgets it. */
        "conversation.message-revoked.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description our id of the message
             */
            messageId: string;
            /** @description whether it was one of the business */
            ours?: boolean;
            /**
             * Format: date-time
             * @description when, by the platform's clock
             */
            revokedAt: string;
            /** @description whose message in a group it was; null in a conversation with one customer */
            sender?: components["schemas"]["Sender"];
            /**
             * Format: int64
             * @description its position in the timeline's log
             */
            sequence: number;
        };
        /** @description A message of ours moved on: its ticks, a failure, or doubt about its fate. */
        "conversation.message-status-changed.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description why it failed, if it did */
            error?: components["schemas"]["PlatformError"];
            /** @description why it waits, and about until when; null when it does not. Its status is the one that it had */
            held?: components["schemas"]["Held"];
            /**
             * Format: uuid
             * @description our id of the message
             */
            messageId: string;
            /**
             * Format: int64
             * @description its position in the timeline's log
             */
            sequence: number;
            /** @description the new status; never a step back */
            status: components["schemas"]["MessageStatus"];
            /**
             * Format: date-time
             * @description when the platform says it happened
             */
            statusAt: string;
        };
        /** @description A message from the time before the number was connected stands in the timeline, at its own time. It concerns nobody any more: it is not unread, nobody waits by it, no window opens and nothing reopens. It is told again, with the same id and position, when its file was handed over later: then what it says is new. A live message of the same id that is told after it takes its place, with a position of its own. */
        "conversation.message-synced.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description what it says */
            content: components["schemas"]["Content"];
            /** @description what it answers, and whether it was passed on */
            context?: components["schemas"]["MessageContext"];
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description our id of the message
             */
            messageId: string;
            /** @description whether it is one of the business, written on its phone */
            ours?: boolean;
            /**
             * Format: date-time
             * @description when it was written: the timeline's display order
             */
            platformAt: string;
            /** @description the platform's id (`wamid…`) */
            platformId: string;
            /** @description the message that it answers; null when it answers none, or one that is not in this inbox */
            quoted?: components["schemas"]["Quoted"];
            /**
             * Format: int64
             * @description its position: below 0, before the beginning of the log, the newer the higher in each batch
             */
            sequence: number;
            /** @description how far it had come */
            status: components["schemas"]["MessageStatus"];
        };
        /** @description A customer and a business number have a conversation from now on: the customer wrote for the first time, or an operator did. */
        "conversation.opened.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description the operator; null when it was the customer */
            startedBy?: components["schemas"]["Person"];
        };
        /** @description An operator wants an emoji of the business to stand on a message, or none any more: it has one on each. Having it set is the outbound service's work. How the message looks meanwhile, MessageReacted says. */
        "conversation.reaction-queued.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description who wants it */
            by: components["schemas"]["Person"];
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description null takes away the one that stands there */
            emoji?: string;
            /**
             * Format: uuid
             * @description our id of the message that it is to stand on
             */
            messageId: string;
            /** @description the platform's id of the message */
            platformId: string;
            /**
             * Format: uuid
             * @description the id that the operator's browser made; one id, one wish. The answer repeats it
             */
            reactionId: string;
            /** @description where the message stands */
            recipient: components["schemas"]["Recipient"];
            /**
             * Format: int64
             * @description the message's position in the timeline's log
             */
            sequence: number;
        };
        /** @description The customer is to see that what he wrote was read, and perhaps that somebody is typing. Telling him is the outbound service's work. How far each operator has read is no part of this. */
        "conversation.read-shown.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description our id of the newest of his messages that was read; those before it were read with it
             */
            messageId: string;
            /**
             * Format: date-time
             * @description when the platform says it was written
             */
            platformAt: string;
            /** @description the platform's id of it */
            platformId: string;
            /**
             * Format: int64
             * @description its position in the timeline's log
             */
            sequence: number;
            /** @description whether somebody is typing an answer */
            typing?: boolean;
        };
        /** @description A resolved conversation needs care again. */
        "conversation.reopened.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description the operator who reopened it; null when the customer wrote again or the answer to him failed */
            by?: components["schemas"]["Person"];
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
        };
        /** @description An operator's reply was accepted and waits to be sent. Sending is the outbound service's work. */
        "conversation.reply-queued.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /**
             * Format: uuid
             * @description the message in doubt that it repeats, if it does
             */
            again?: string;
            /** @description whether the author sent it knowing that something had been added since */
            anyway: boolean;
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description who wrote it */
            author: components["schemas"]["Person"];
            /** @description the files of a template's cards, in their order; null when it has none */
            cardFiles?: components["schemas"]["SentFile"][];
            /** @description what it says */
            content: components["schemas"]["Content"];
            /** @description which message it answers; null when it answers none in particular */
            context?: components["schemas"]["MessageContext"];
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /** @description the file that goes with it; null when there is none */
            file?: components["schemas"]["SentFile"];
            /** @description of a template, whether the customer might be sent advertising when it was queued; null for what is no template. A ConsentChanged that follows takes it back */
            mayAdvertise?: boolean;
            /**
             * Format: uuid
             * @description the id that the operator's browser made; one id, one reply
             */
            messageId: string;
            /** @description what it goes before and behind when much is to be sent; null for the reply of a person */
            precedence?: components["schemas"]["Precedence"];
            /** @description the message that it answers; null when it answers none */
            quoted?: components["schemas"]["Quoted"];
            /** @description where to send it */
            recipient: components["schemas"]["Recipient"];
            /**
             * Format: int64
             * @description its position in the timeline's log
             */
            sequence: number;
        };
        /** @description An operator says that nothing is left to do. */
        "conversation.resolved.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description who says it */
            by: components["schemas"]["Person"];
            /** @description The conversation right after it. */
            conversation: components["schemas"]["ConversationState"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
        };
        /** @description A conversation as it stood right after an event: what a list shows, and who may see it, without another look-up. */
        ConversationState: {
            /** @description who is responsible; null when nobody is */
            assignee?: components["schemas"]["Person"];
            /** @description whether the customer is blocked: he cannot write, and nothing can be sent to him */
            blocked?: boolean;
            /** @description the customer, or a group of them */
            contact: components["schemas"]["Contact"];
            /**
             * Format: date-time
             * @description when the conversation began
             */
            createdAt: string;
            /**
             * Format: int64
             * @description rises with each change of the responder, as far as the conversation service knows it
             */
            epoch: number;
            /** @description whether a message to the customer failed that nobody has made up for: no later one was accepted, and nobody has said that nothing is left to do */
            failed?: boolean;
            /** @description which other application answers the customer now; null when it is we */
            handledBy?: components["schemas"]["Speaker"];
            /**
             * Format: date-time
             * @description when something was last written, or came out of its order
             */
            lastActivityAt: string;
            /**
             * Format: int64
             * @description the position of the newest message in the timeline's log; 0 when there is none
             */
            lastSequence: number;
            /** @description the business number's platform id */
            phoneNumberId: string;
            /** @description whether somebody still has to care about it */
            status: components["schemas"]["Status"];
            /**
             * Format: uuid
             * @description the team that it belongs to; null when it belongs to none
             */
            teamId?: string;
            /**
             * Format: int64
             * @description rises with each change of the conversation; a reader keeps the newest
             */
            version: number;
            /**
             * Format: date-time
             * @description since when the customer has waited for an answer; null when the platform has accepted one, or somebody said that none is needed
             */
            waitingSince?: string;
            /**
             * Format: date-time
             * @description until when free text may be sent; null when the customer never wrote
             */
            windowExpiresAt?: string;
        };
        /** @description What a message said before it was edited. */
        EarlierVersion: {
            /** @description what it said */
            content: components["schemas"]["Content"];
            /**
             * Format: date-time
             * @description when that was replaced, by the platform's clock
             */
            until: string;
        };
        /** @description A line of a card. */
        Entry: {
            /** @description of what kind it is, such as `WORK`, in the platform's word or the customer's own */
            label?: string;
            /** @description as it stands on the card: nobody has checked it */
            value: string;
        };
        /** @description What was filled in in one place. */
        Field: {
            /** @description the form's own name of the field */
            name: string;
            /** @description what was filled in; several values are joined by commas */
            value: string;
        };
        /** @description What stands above its words. */
        FileAbove: {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @description what it is */
            format: components["schemas"]["HeaderFormat"];
            /** @description under which a document is saved */
            name: string;
        };
        /** @description What was filled in at one place. */
        Filled: {
            /** @description which place it is */
            parameter: components["schemas"]["Parameter"];
            /** @description what was filled in */
            value: string;
        };
        /**
         * @description What may happen to a group.
         *     `created`: The business made it.
         *     `deleted`: The business deleted it: nobody writes in it any more.
         *     `renamed`: It has another subject.
         *     `joined`: Somebody came into it.
         *     `left`: Somebody left it, or was taken out of it.
         *     `suspended`: The platform shut it for a time.
         *     `restored`: The platform opened it again.
         *     `other`: Something that this version has no word for.
         * @enum {string}
         */
        GroupChange: "created" | "deleted" | "renamed" | "joined" | "left" | "suspended" | "restored" | "other";
        /**
         * @description What a header can be.
         *     `product`: A product of the business' catalogue, which whoever sends the template chooses.
         * @enum {string}
         */
        HeaderFormat: "text" | "image" | "video" | "document" | "location" | "product" | "other";
        /** @description That a message that is to be sent waits, and for longer than anybody expects. */
        Held: {
            /** @description what it waits for */
            reason: components["schemas"]["HeldReason"];
            /**
             * Format: date-time
             * @description about when it goes out; null when nobody knows
             */
            until?: string;
        };
        /**
         * @description Why a message that is to be sent waits.
         *     `token`: The number's access token is refused by WhatsApp, and has to be replaced.
         *     `pair`: So much was sent to this customer in a short time that WhatsApp asks for a pause.
         *     `throughput`: The number has more to send than it may at once.
         *     `pause`: WhatsApp could not be reached, or asked for a pause.
         * @enum {string}
         */
        HeldReason: "token" | "pair" | "throughput" | "pause";
        /** @description One product of an order. */
        Line: {
            /** @description of the price, by ISO 4217 */
            currency?: string;
            /** @description of one, as the customer saw it */
            price?: number;
            /** @description the business' own id of the product */
            productId: string;
            /**
             * Format: int32
             * @description how many of it
             */
            quantity: number;
        };
        /**
         * @description Why a file cannot be had.
         *     `expired`: The platform does not have it any more, or never gave it.
         *     `too-large`: It is larger than WhatsApp allows.
         *     `damaged`: Its bytes are not those that the platform told of.
         *     `strange-address`: The platform named an address that is not its own.
         *     `other`: For another reason.
         * @enum {string}
         */
        Loss: "expired" | "too-large" | "damaged" | "strange-address" | "other";
        /** @description What is known of the file of a message. While it is fetched, nothing but that. */
        Media: {
            /**
             * Format: int32
             * @description of a picture as it is shown, in pixels
             */
            height?: number;
            /** @description why it cannot be had */
            loss?: components["schemas"]["Loss"];
            /** @description of what type it is, by its own bytes: not always what the platform said */
            mimeType?: string;
            /** @description under which it is saved: one line, no folder, its true ending in sight */
            name?: string;
            /**
             * Format: double
             * @description how long it plays
             */
            seconds?: number;
            /**
             * Format: int64
             * @description in bytes
             */
            size?: number;
            /** @description whether it can be had */
            state: components["schemas"]["State"];
            /** @description whether there is a small form of it */
            thumbnail: boolean;
            /** @description how loud it is from the beginning to the end, each from 0 to 100 */
            waveform?: number[];
            /**
             * Format: int32
             * @description of a picture as it is shown, in pixels
             */
            width?: number;
        };
        /** @description What a message refers to. */
        MessageContext: {
            /** @description the platform's id of the message that it answers; the platform may name one that is older than this inbox */
            answers?: string;
            /** @description whether it was passed on from another chat */
            forwarded: boolean;
            /** @description whether it was passed on more than five times */
            forwardedOften: boolean;
            /** @description the product from whose page the customer asks */
            product?: components["schemas"]["Product"];
            /** @description the ad or the post that the customer came from */
            referral?: components["schemas"]["Referral"];
            /** @description what was said with another application before, as a machine sums it up */
            summary?: string;
        };
        /**
         * @description How far a message has come. Ticks never go backwards.
         *     `received`: A customer's message; it has no further states.
         *     `queued`: Accepted from the operator, not yet sent.
         *     `unknown`: The call to the platform ended without a usable answer: it may or may not have been sent.
         *     `accepted`: The platform took it over.
         *     `sent`: On its way to the customer.
         *     `failed`: Refused, or not deliverable. Proof of delivery wins over it: other devices of the recipient may report a failure.
         *     `delivered`: On the customer's device.
         *     `read`: The customer opened the conversation.
         *     `played`: The customer played the voice message.
         * @enum {string}
         */
        MessageStatus: "received" | "queued" | "unknown" | "accepted" | "sent" | "failed" | "delivered" | "read" | "played";
        /** @description The author took the note back. */
        "note.deleted.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /** @description Who held the conversation at that moment; null when nobody did. */
            assignee?: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description Who wrote it. */
            author: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description The id that the author's browser made; one id, one note.
             */
            noteId: string;
        };
        /** @description The author changed the note's text. */
        "note.edited.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /** @description Who held the conversation at that moment; null when nobody did. */
            assignee?: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description Who wrote it. */
            author: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description The id that the author's browser made; one id, one note.
             */
            noteId: string;
            /** @description what the note says from now on */
            text: string;
        };
        /** @description A colleague wrote a note. */
        "note.written.v1": {
            /** @description To whom it was visible right after this; null in an event that was told before events said so. */
            access?: components["schemas"]["Access"];
            /** @description Who held the conversation at that moment; null when nobody did. */
            assignee?: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description When it happened, by our clock.
             */
            at: string;
            /** @description Who wrote it. */
            author: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description Which conversation.
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description The id that the author's browser made; one id, one note.
             */
            noteId: string;
            /** @description what the note says */
            text: string;
        };
        /**
         * @description Where a choice was made.
         *     `template`: A quick-reply button of a template.
         *     `button`: A button of an ordinary message.
         *     `list`: A row of a list.
         * @enum {string}
         */
        Of: "template" | "button" | "list";
        /** @description What a button opens of the catalogue, as we showed it. */
        OpenedProducts: {
            /** @description the platform's id of the catalogue */
            catalogId: string;
            /** @description one to ten, with thirty products in all; a single product when it stands above the words; those of the cards in one section, in their order; none when it opens all of the catalogue */
            sections: components["schemas"]["ProductSection"][];
            /** @description whose picture stands above the words; null for that of the first product */
            thumbnail?: components["schemas"]["ShownProduct"];
        };
        /** @description An answer that is chosen. */
        OptionRow: {
            /** @description the small line below */
            description?: string;
            /** @description what the answer brings back as its payload; the customer does not see it */
            id: string;
            /** @description what is chosen */
            title: string;
        };
        /** @description A part of the list. */
        OptionSection: {
            /** @description at least one */
            rows: components["schemas"]["OptionRow"][];
            /** @description above its rows; null only when it is the only section */
            title?: string;
        };
        /**
         * @description What a person may decide.
         *     `arrived`: The customer has it: it counts as accepted.
         *     `send-again`: It is sent once more, as a new message. The customer may get it twice.
         * @enum {string}
         */
        Outcome: "arrived" | "send-again";
        /** @description Something that whoever sends the template fills in. */
        Parameter: {
            /**
             * Format: int32
             * @description in whose address or code it stands, counted from 0; null elsewhere
             */
            button?: number;
            /**
             * Format: int32
             * @description of a carousel, counted from 0; null outside of cards
             */
            card?: number;
            /** @description what its author gave as an example */
            example?: string;
            /** @description what is to be filled in */
            kind: components["schemas"]["ParameterKind"];
            /** @description as it stands between the braces: a word, or a number from 1; of a header's file, `file` */
            name: string;
            /** @description in which part it stands */
            place: components["schemas"]["Place"];
        };
        /**
         * @description What is to be filled in.
         *     `code`: A code of at most 15 characters.
         * @enum {string}
         */
        ParameterKind: "text" | "image" | "video" | "document" | "location" | "code";
        /** @description An operator, as named at the time of the event. */
        Person: {
            /**
             * Format: uuid
             * @description the Keycloak subject
             */
            id: string;
            /** @description the full name that colleagues see */
            name: string;
        };
        /**
         * @description A part of a template.
         * @enum {string}
         */
        Place: "header" | "body" | "button";
        /** @description A place above its words. */
        PlaceAbove: {
            /** @description where that is, as people say it */
            address?: string;
            /**
             * Format: double
             * @description degrees, north of the equator
             */
            latitude: number;
            /**
             * Format: double
             * @description degrees, east of Greenwich
             */
            longitude: number;
            /** @description what is there */
            name?: string;
        };
        /** @description Why the platform refused or failed a message. */
        PlatformError: {
            /**
             * Format: int32
             * @description the platform's error code, such as 131047; 0 when there was none
             */
            code: number;
            /** @description the longer explanation */
            detail?: string;
            /** @description the platform's short words for it */
            title?: string;
        };
        /**
         * @description Of what is to be sent by a number, what goes first. Each waits for those before it, and for nothing behind it.
         *     `reply`: A person answers a person.
         *     `rule`: A rule answers.
         *     `campaign`: One of many that say the same.
         * @enum {string}
         */
        Precedence: "reply" | "rule" | "campaign";
        /** @description A product of the business' catalogue. */
        Product: {
            /** @description the platform's id of the catalogue */
            catalogId?: string;
            /** @description the business' own id of the product */
            productId?: string;
        };
        /** @description Some of the products. */
        ProductSection: {
            /** @description at least one */
            products: components["schemas"]["ShownProduct"][];
            /** @description above them; null only when it is the only section */
            title?: string;
        };
        /** @description A message that another one answers, as it was when that was told. */
        Quoted: {
            /** @description the operator who wrote it; null when somebody else did */
            author?: components["schemas"]["Person"];
            /** @description what it says */
            content: components["schemas"]["Content"];
            /**
             * Format: uuid
             * @description our id of it
             */
            messageId: string;
            /** @description who of a group wrote it; null when it was not one of them */
            sender?: components["schemas"]["Sender"];
            /** @description who else wrote it for the business; null when an operator did, or the customer */
            speaker?: components["schemas"]["Speaker"];
        };
        /** @description An emoji that stands on a message. */
        Reaction: {
            /**
             * Format: date-time
             * @description when, by the platform's clock
             */
            at: string;
            /** @description the operator who set it; null when it is a customer's */
            by?: components["schemas"]["Person"];
            /** @description as it was chosen, its skin tone included */
            emoji: string;
            /** @description why it failed, if it did */
            error?: components["schemas"]["PlatformError"];
            /** @description who of a group set it; null in a conversation with one customer */
            sender?: components["schemas"]["Sender"];
            /** @description how far one that an operator set has come: queued, accepted or failed; null for a customer's */
            status?: components["schemas"]["MessageStatus"];
        };
        /** @description Where a message goes. At least one is there; with phone number and user id, the platform uses the phone number. A group has neither. */
        Recipient: {
            /** @description the business-scoped user id */
            bsuid?: string;
            /** @description the platform's id of a group */
            groupId?: string;
            /** @description digits with a leading + */
            phone?: string;
        };
        /** @description An ad or a post with a way to WhatsApp. Any of it may be missing. */
        Referral: {
            /** @description its text */
            body?: string;
            /** @description the platform's id of the tap, for measuring ads */
            clickId?: string;
            /** @description its title */
            headline?: string;
            /** @description the platform's id of it */
            sourceId?: string;
            /** @description the platform's word: `ad`, `post`, or one that is new */
            sourceType?: string;
            /** @description where it stands */
            sourceUrl?: string;
            /** @description what WhatsApp greeted the customer with, in the business' name */
            welcome?: string;
        };
        /** @description An answer that is pressed. */
        ReplyButton: {
            /** @description what the answer brings back as its payload; the customer does not see it */
            id: string;
            /** @description what stands on it */
            text: string;
        };
        /** @description Who of a group did something. */
        Sender: {
            /**
             * Format: uuid
             * @description our id of the contact
             */
            contactId: string;
            /** @description what he was called then */
            name: string;
        };
        /** @description One card of a carousel, with everything filled in. */
        SentCard: {
            /** @description the file */
            attachment: components["schemas"]["Attachment"];
            /** @description in the order in which they are shown */
            buttons: components["schemas"]["Button"][];
            /** @description what its file is: a picture or a video */
            format: components["schemas"]["HeaderFormat"];
            /** @description its words; null when it has none */
            text?: string;
        };
        /** @description A file that an operator sends, as it stands in the object store. Services alone can fetch it there. */
        SentFile: {
            /** @description where it stands */
            key: string;
            /** @description of what type it is, by its own bytes */
            mimeType: string;
            /** @description under which it is saved: one line, no folder, its true ending in sight */
            name?: string;
            /**
             * Format: int64
             * @description in bytes
             */
            size: number;
        };
        /** @description An offer that does not last. */
        SentOffer: {
            /**
             * Format: date-time
             * @description when it ends; null when its author left that open
             */
            endsAt?: string;
            /** @description what it is */
            text: string;
        };
        /** @description A product as we showed it: what is changed in the catalogue later changes nothing of it. */
        ShownProduct: {
            /** @description as the catalogue called it */
            name: string;
            /** @description with its currency, as the catalogue wrote it; null when it had none */
            price?: string;
            /** @description the business' own id of the product */
            productId: string;
        };
        /**
         * @description By what it is known.
         *     `operator`: An operator asked or was told, and says how that can be shown.
         *     `import`: It came with a file of contacts.
         *     `customer`: The customer chose it on WhatsApp: stopped, resumed or signed up.
         *     `button`: The customer pressed a button that says so.
         *     `platform`: WhatsApp refused advertising because the customer had stopped it (error 131050).
         *     `other`: Something that this version has no word for.
         * @enum {string}
         */
        Source: "operator" | "import" | "customer" | "button" | "platform" | "other";
        /**
         * @description Who speaks for the business at its number besides the operators of this inbox.
         *     `phone`: Somebody who has the WhatsApp Business app of the number on a phone.
         *     `ai-agent`: WhatsApp's own AI agent.
         *     `marketing`: An application for campaigns.
         *     `utility`: An application for notices, such as of orders and deliveries.
         *     `ctwa`: An application that answers who comes from an ad.
         *     `escalation`: An application for what others could not settle.
         *     `other`: An application that the platform does not name, or by a name that this version does not know.
         * @enum {string}
         */
        Speaker: "phone" | "ai-agent" | "marketing" | "utility" | "ctwa" | "escalation" | "other";
        /**
         * @description Whether a file can be had.
         *     `fetching`: It is on its way from the platform.
         *     `stored`: It is here.
         *     `lost`: It cannot be had.
         * @enum {string}
         */
        State: "fetching" | "stored" | "lost";
        /**
         * @description Whether somebody still has to care about it.
         *     `open`: Somebody has to care about it.
         *     `resolved`: Nothing is left to do until the customer writes again.
         * @enum {string}
         */
        Status: "open" | "resolved";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
