"""Rows of the threat model that are no Python code: archives, names, files and pages.

Each has the tests that show it is blocked, or says in which part still to be built it will be.
"""

FOLDER = "tests/unit/test_intake_folder.py"
ARCHIVE = "tests/unit/test_intake_archive.py"
PAGE = "tests/unit/test_report_html.py"
BROWSER = "tests/browser/test_report_page.py"
TERMINAL = "tests/unit/test_report_terminal.py"
FORMATS, JUNIT = "tests/unit/test_export_formats.py", "tests/unit/test_export_junit.py"
SCORES, SHEETS = "tests/unit/test_export_scores.py", "tests/unit/test_export_sheets.py"
PULL = "tests/ci/test_hostile.py"
COMMANDS = "tests/ci/test_workflow_commands.py"
SUMMARY = "tests/ci/test_summary.py"
COMMENT = "tests/ci/test_comment.py"
WORKFLOWS = "tests/ci/test_workflows.py"
NAMES = "tests/attacks/test_names_of_modules.py"

TESTED: dict[str, tuple[str, list[str]]] = {
    "A48": ("a link in a submission", [
        f"{FOLDER}::test_a_link_in_a_submission_is_not_followed",
        f"{FOLDER}::test_a_link_to_a_folder_is_not_followed",
        f"{FOLDER}::test_a_file_that_becomes_a_link_while_reading_is_not_followed"]),
    "A49": ("an archive that writes outside", [
        f"{ARCHIVE}::test_a_path_that_leaves_the_archive_is_refused",
        f"{ARCHIVE}::test_a_tar_with_a_link_or_a_device_is_refused",
        f"{ARCHIVE}::test_a_zip_with_a_link_or_a_device_is_refused"]),
    "A50": ("an archive that unpacks without end", [
        f"{ARCHIVE}::test_a_zip_bomb_is_refused",
        f"{ARCHIVE}::test_a_gzip_bomb_is_refused_before_it_is_unpacked",
        f"{ARCHIVE}::test_a_crowded_archive_is_refused"]),
    "A54": ("script in names, output, titles", [
        f"{PAGE}::test_hostile_text_is_shown_as_text",
        f"{BROWSER}::test_hostile_attempt_executes_and_loads_nothing",
        f"{BROWSER}::test_the_policy_itself_stops_scripts",
        f"{FORMATS}::test_any_text_gives_valid_json_of_plain_text",
        f"{FORMATS}::test_a_status_is_always_said_and_nothing_is_html",
        f"{JUNIT}::test_any_text_gives_a_well_formed_file_with_unique_names"]),
    "A55": ("files read by exporting a notebook", [
        "tests/unit/test_intake_notebook.py::test_any_file_is_read_or_refused"]),
    "A56": ("commands to the terminal", [
        f"{TERMINAL}::test_hostile_text_cannot_command_the_terminal",
        f"{TERMINAL}::test_every_format_and_control_character_is_made_visible"]),
    "A57": ("formulas in names and comments", [
        f"{SCORES}::test_a_spreadsheet_is_given_no_formula",
        f"{SCORES}::test_any_text_comes_back_from_csv",
        f"{SHEETS}::test_a_name_that_is_a_formula_reaches_no_spreadsheet",
        f"{SHEETS}::test_a_student_called_like_canvas_s_own_row_changes_no_points"]),
    "A58": ("Markdown in summaries and comments", [
        f"{PULL}::test_what_a_submission_says_commands_nothing",
        f"{SUMMARY}::test_any_text_is_code_as_it_is",
        f"{SUMMARY}::test_any_text_is_code_within_a_line",
        f"{COMMENT}::test_a_comment_is_text_of_ours_alone"]),
    "A59": ("workflow commands, new and old", [
        f"{PULL}::test_what_a_submission_says_commands_nothing",
        f"{PULL}::test_the_log_of_a_failure_commands_nothing",
        f"{COMMANDS}::test_any_text_is_data_of_one_command",
        f"{COMMANDS}::test_a_plain_line_is_no_command",
        f"{COMMANDS}::test_nothing_is_obeyed_while_commands_are_stopped",
        f"{FORMATS}::test_the_line_for_github_is_one_line_that_holds_the_json",
        f"{FORMATS}::test_any_text_leaves_autolab_its_last_line"]),
    "A60": ("the files a CI service reads", [
        f"{PULL}::test_a_submission_cannot_write_what_the_service_reads",
        f"{COMMANDS}::test_outputs_are_read_back"]),
    "A61": ("tests, settings or workflow changed in the pull request", [
        f"{PULL}::test_what_else_a_pull_request_changes_gains_nothing",
        "tests/ci/test_own_course.py::test_the_checked_out_head_is_not_taken_for_the_course",
        f"{COMMENT}::test_what_does_not_fit_is_refused",
        f"{COMMENT}::test_a_pull_request_that_changes_its_workflow_shows_no_points"]),
    "A62": ("secrets and a token that may write, beside the head's code", [
        f"{WORKFLOWS}::test_a_job_has_only_the_rights_it_names_and_keeps_no_credentials",
        f"{WORKFLOWS}::test_the_untrusted_run_reads_only_and_checks_out_the_base",
        f"{WORKFLOWS}::test_no_text_of_an_event_becomes_part_of_a_script",
        f"{WORKFLOWS}::test_the_trusted_run_checks_out_the_default_branch_and_asks_for_the_number",
        f"{WORKFLOWS}::test_no_run_installs_what_another_pull_request_could_have_written"]),
    "A63": ("two names for one student, one name for two", [
        f"{FOLDER}::test_korean_names_are_one_whatever_system_wrote_them",
        f"{FOLDER}::test_a_name_that_is_no_identity_is_refused",
        f"{ARCHIVE}::test_zip_names_without_a_declared_encoding_are_read"]),
    "A64": ("bombs in the files we read back", [
        "tests/unit/test_cli.py::test_hint_survives_a_damaged_record",
        "tests/unit/test_export_cli.py::test_what_is_no_attempt_is_refused"]),
    "A66": ("code that reads other than it runs", [
        f"{PAGE}::test_hostile_page_holds_no_invisible_character",
        f"{TERMINAL}::test_every_format_and_control_character_is_made_visible"]),
    "A68": ("filters that fail open", [
        f"{ARCHIVE}::test_what_is_no_archive_is_called_damaged",
        f"{FOLDER}::test_what_the_system_refuses_is_said"]),
    "B18": ("a file that is named like a module, in the folder a class is graded in", [
        f"{NAMES}::test_a_class_is_graded_in_its_folder_and_nothing_there_is_imported"]),
}  # fmt: skip

ELSEWHERE: dict[str, str] = {
    "A65": "points come from checks alone; nothing reads a submission's comments as instructions",
    "A67": "no hidden check is given to students",
    "A69": "submissions are graded one after the other; CPU time and wall time are separate limits",
}
