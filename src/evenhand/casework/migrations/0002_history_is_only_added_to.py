"""The database itself refuses to change or delete an event, and lets a piece change only by being destroyed."""

from django.db import migrations

SQLITE = [
    """
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON casework_event
    BEGIN SELECT RAISE(ABORT, 'An event is never changed. Record a new one that corrects it.'); END
    """,
    """
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON casework_event
    BEGIN SELECT RAISE(ABORT, 'An event is never deleted.'); END
    """,
    """
    CREATE TRIGGER piece_is_never_deleted BEFORE DELETE ON casework_piece
    BEGIN SELECT RAISE(ABORT, 'A piece is never deleted. Its content is destroyed in its time.'); END
    """,
    """
    CREATE TRIGGER piece_is_only_destroyed BEFORE UPDATE ON casework_piece
    WHEN NOT (
        NEW.body IS NULL AND NEW.salt IS NULL AND NEW.destroyed_at IS NOT NULL
        AND NEW.id IS OLD.id AND NEW.event_id IS OLD.event_id AND NEW.place IS OLD.place
        AND NEW.data_class IS OLD.data_class AND NEW.owner IS OLD.owner AND NEW.part IS OLD.part
        AND NEW.sent_to IS OLD.sent_to AND NEW.commitment IS OLD.commitment
    )
    BEGIN SELECT RAISE(ABORT, 'A piece is never changed. Its content can only be destroyed.'); END
    """,
]

POSTGRESQL = [
    """
    CREATE FUNCTION evenhand_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'History is only added to: no % on %.', TG_OP, TG_TABLE_NAME; END $$
    """,
    """
    CREATE FUNCTION evenhand_only_destroyed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.body IS NULL AND NEW.salt IS NULL AND NEW.destroyed_at IS NOT NULL
            AND (NEW.id, NEW.event_id, NEW.place, NEW.data_class, NEW.owner, NEW.part, NEW.sent_to, NEW.commitment)
                = (OLD.id, OLD.event_id, OLD.place, OLD.data_class, OLD.owner, OLD.part, OLD.sent_to, OLD.commitment)
        THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'A piece is never changed. Its content can only be destroyed.';
    END $$
    """,
    """
    CREATE TRIGGER event_is_only_added BEFORE UPDATE OR DELETE ON casework_event
    FOR EACH ROW EXECUTE FUNCTION evenhand_refuse()
    """,
    """
    CREATE TRIGGER piece_is_never_deleted BEFORE DELETE ON casework_piece
    FOR EACH ROW EXECUTE FUNCTION evenhand_refuse()
    """,
    """
    CREATE TRIGGER piece_is_only_destroyed BEFORE UPDATE ON casework_piece
    FOR EACH ROW EXECUTE FUNCTION evenhand_only_destroyed()
    """,
]


def guard(apps, schema_editor):
    """Put the triggers of this database in place."""
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement, params=None)


def unguard(apps, schema_editor):
    """Take them away again, for a step back."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION evenhand_refuse CASCADE")
        schema_editor.execute("DROP FUNCTION evenhand_only_destroyed CASCADE")
        return
    for name in (
        "event_is_never_changed",
        "event_is_never_deleted",
        "piece_is_never_deleted",
        "piece_is_only_destroyed",
    ):
        schema_editor.execute(f"DROP TRIGGER {name}")


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_the_case")]
    operations = [migrations.RunPython(guard, unguard)]
