"""Accounts (الحسابات): users, roles, sign-in and the audit trail; stands on kit and ui."""
