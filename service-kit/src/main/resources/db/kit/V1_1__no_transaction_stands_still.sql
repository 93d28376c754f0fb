-- A transaction whose owner has gone silent keeps its locks, and everybody else waits. Sessions inherit this.
alter role current_user set idle_in_transaction_session_timeout = '2min';
