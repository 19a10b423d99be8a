"""The ways round the first triggers: SQLite's REPLACE, which deletes without a word, and PostgreSQL's TRUNCATE."""

from django.db import migrations

# REPLACE fires no trigger of DELETE, so whatever would be replaced is refused before it.
SQLITE = [
    """
    CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON casework_event
    WHEN EXISTS (SELECT 1 FROM casework_event WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM casework_event WHERE hash = NEW.hash)
        OR EXISTS (SELECT 1 FROM casework_event WHERE case_id = NEW.case_id AND number = NEW.number)
        OR EXISTS (SELECT 1 FROM casework_event WHERE press = NEW.press)
    BEGIN SELECT RAISE(ABORT, 'An event is never replaced.'); END
    """,
    """
    CREATE TRIGGER piece_is_never_replaced BEFORE INSERT ON casework_piece
    WHEN EXISTS (SELECT 1 FROM casework_piece WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM casework_piece WHERE event_id = NEW.event_id AND place = NEW.place)
    BEGIN SELECT RAISE(ABORT, 'A piece is never replaced.'); END
    """,
]

POSTGRESQL = [
    """
    CREATE TRIGGER event_is_never_emptied BEFORE TRUNCATE ON casework_event
    FOR EACH STATEMENT EXECUTE FUNCTION evenhand_refuse()
    """,
    """
    CREATE TRIGGER piece_is_never_emptied BEFORE TRUNCATE ON casework_piece
    FOR EACH STATEMENT EXECUTE FUNCTION evenhand_refuse()
    """,
]


def guard(apps, schema_editor):
    """Put the triggers of this database in place."""
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement, params=None)


def unguard(apps, schema_editor):
    """Take them away again, for a step back."""
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table in ("event", "piece"):
        if postgresql:
            schema_editor.execute(f"DROP TRIGGER {table}_is_never_emptied ON casework_{table}")
        else:
            schema_editor.execute(f"DROP TRIGGER {table}_is_never_replaced")


class Migration(migrations.Migration):
    dependencies = [("casework", "0002_history_is_only_added_to")]
    operations = [migrations.RunPython(guard, unguard)]
