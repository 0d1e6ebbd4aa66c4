-- A session that its person ends from another browser, or by changing the password, is not deleted but ends now: a form that
-- is being written there is kept like one that outlived its session, and given back to the same account alone.
grant update (ends_at) on session to side_ministry, side_company, side_auditor;
