"""Whether tables and statements keep to the rules by which Citus can shard the database; see docs/scale.md.

Statements are read with PostgreSQL's own parser.
"""

import re

from pglast import ast, parse_sql
from pglast.enums import A_Expr_Kind, BoolExprType, OnConflictAction, SetOperation


class Sharding:
    """Where each table lies, as `saqta database sharding` has it."""

    def __init__(self, told, columns, apart=()):
        """`columns`: those of each table of the database; `apart`: the tables of another one, which is not sharded."""
        self.columns, self.apart = columns, set(apart) - columns.keys()
        self.by, self.group, self.ended = {}, {}, set()
        for table, column, other in re.findall(
                r"create_distributed_table\('(\w+)', '(\w+)', colocate_with => '(\w+)'\)", told):
            self.by[table] = column
            self.group[table] = table if other == "none" else other
        self.reference = set(re.findall(r"create_reference_table\('(\w+)'\)", told))
        self.coordinator = set(re.findall(r"citus_add_local_table_to_metadata\('(\w+)'\)", told))
        self.loose = set(re.findall(r"^-- (\w+): stays on the coordinator", told, re.M))
        self.ended = set(re.findall(r"DROP CONSTRAINT (\w+);", told))

    @property
    def kinds(self):
        """The kind of each table; a table is of one."""
        return [(table, kind) for kind, tables in (
            ("sharded", self.by), ("reference", self.reference), ("coordinator", self.coordinator | self.loose))
            for table in tables]

    def kind(self, table):
        return dict(self.kinds).get(table)

    def faults(self, text):
        """What keeps a statement from being run on a sharded database."""
        return Statement(text, self).faults()


class Named:
    """A table where a statement names it."""

    def __init__(self, table, sharding):
        self.table, self.kind, self.by = table, sharding.kind(table), sharding.by.get(table)
        self.group, self.columns = sharding.group.get(table), sharding.columns.get(table, set())
        # What the sharding column is compared with: other namings of tables, and values or parameters.
        self.equal, self.values = set(), set()


def parts(node):
    if isinstance(node, tuple):
        return [part for part in node if part is not None]
    return [part for part in (getattr(node, name) for name in node) if isinstance(part, (ast.Node, tuple))]


def conjuncts(condition):
    if isinstance(condition, ast.BoolExpr) and condition.boolop == BoolExprType.AND_EXPR:
        return [one for argument in condition.args for one in conjuncts(argument)]
    return [] if condition is None else [condition]


def value(node):
    """A parameter by its number, a constant by its text; None for anything else."""
    while isinstance(node, ast.TypeCast):
        node = node.arg
    if isinstance(node, ast.ParamRef):
        return node.number
    return repr(node) if isinstance(node, ast.A_Const) and not node.isnull else None


class Statement:
    def __init__(self, text, sharding):
        self.sharding, self.named, self.found = sharding, [], []
        self.tree = parse_sql(text)[0].stmt
        self.target = None
        # What this reading does not follow.
        self.unread = [word for word, kind in (
            ("WITH", ast.WithClause), ("OVER", ast.WindowDef), ("a subquery in FROM", ast.RangeSubselect))
            if self.holds(self.tree, kind)]
        if isinstance(self.tree, (ast.InsertStmt, ast.UpdateStmt, ast.DeleteStmt)):
            self.change()
        elif isinstance(self.tree, ast.SelectStmt):
            self.select(self.tree, [])
        else:
            self.unread.append(type(self.tree).__name__)

    def mentions(self, node):
        """Whether a sharded table is named anywhere."""
        return isinstance(node, ast.RangeVar) and node.relname in self.sharding.by or any(map(self.mentions, parts(node)))

    def holds(self, node, kind):
        return isinstance(node, kind) or any(self.holds(part, kind) for part in parts(node))

    # What is named, and what the sharding columns are compared with.

    def name(self, relation, scope):
        named = Named(relation.relname, self.sharding)
        named.outside = relation.schemaname == "pg_catalog" or relation.relname.startswith("pg_")
        scope[relation.alias.aliasname if relation.alias else relation.relname] = named
        self.named.append(named)
        return named

    def source(self, node, scope, scopes):
        if isinstance(node, ast.RangeVar):
            self.name(node, scope)
        elif isinstance(node, ast.JoinExpr):
            self.source(node.larg, scope, scopes)
            self.source(node.rarg, scope, scopes)
            self.condition(node.quals, [*scopes, scope])
            if node.usingClause or node.isNatural:
                self.unread.append("USING")

    def select(self, node, scopes):
        if node.op != SetOperation.SETOP_NONE:
            self.unread.append("UNION")
            return
        scope = {}
        for source in node.fromClause or ():
            self.source(source, scope, scopes)
        self.condition(node.whereClause, [*scopes, scope])
        for part in (node.targetList, node.havingClause, node.sortClause, node.groupClause, node.valuesLists):
            self.nested(part, [*scopes, scope])
        if node.lockingClause:
            self.locked = list(scope.values())

    def change(self):
        tree, scope = self.tree, {}
        self.target = self.name(tree.relation, scope)
        if isinstance(tree, ast.InsertStmt):
            self.select(tree.selectStmt, [])
            self.entered()
            return
        for source in getattr(tree, "fromClause", None) or getattr(tree, "usingClause", None) or ():
            self.source(source, scope, [])
        self.condition(tree.whereClause, [scope])
        self.nested(getattr(tree, "targetList", None), [scope])

    def nested(self, node, scopes):
        """Subqueries, wherever they stand."""
        if isinstance(node, ast.SubLink):
            self.nested(node.testexpr, scopes)
            self.select(node.subselect, scopes)
        elif node is not None:
            for part in parts(node):
                self.nested(part, scopes)

    def condition(self, condition, scopes):
        for one in conjuncts(condition):
            self.nested(one, scopes)
            if not isinstance(one, ast.A_Expr) or one.name[-1].sval != "=":
                continue
            sides = [self.column(one.lexpr, scopes), self.column(one.rexpr, scopes)]
            if one.kind == A_Expr_Kind.AEXPR_IN and sides[0]:
                sides[0].values |= {value(item) for item in one.rexpr}
            elif one.kind == A_Expr_Kind.AEXPR_OP and all(sides):
                sides[0].equal.add(sides[1])
                sides[1].equal.add(sides[0])
            elif one.kind == A_Expr_Kind.AEXPR_OP:
                for side, other in zip(sides, (one.rexpr, one.lexpr)):
                    if side and value(other) is not None:
                        side.values.add(value(other))

    def column(self, node, scopes):
        """The table whose sharding column is meant; None when it is none."""
        if not isinstance(node, ast.ColumnRef) or not all(isinstance(field, ast.String) for field in node.fields):
            return None
        *table, column = [field.sval for field in node.fields]
        for scope in reversed(scopes):
            holders = [scope[table[0]]] if table and table[0] in scope else [] if table else [
                named for named in scope.values() if column in named.columns]
            if holders:
                return holders[0] if len(holders) == 1 and holders[0].by == column else None
        return None

    def entered(self):
        """What an insertion enters for the sharding column."""
        target, columns = self.target, [column.name for column in self.tree.cols or ()]
        if not target.by:
            return
        if target.by not in columns:
            self.found.append(f"enters no {target.by} into {target.table}")
            return
        place, select = columns.index(target.by), self.tree.selectStmt
        if select.valuesLists:
            target.values |= {value(row[place]) for row in select.valuesLists}
            return
        scope = {}
        for source in select.fromClause or ():
            if isinstance(source, ast.RangeVar):
                scope[source.alias.aliasname if source.alias else source.relname] = Named(source.relname, self.sharding)
        if not self.column(select.targetList[place].val, [scope]):
            self.found.append(f"enters into {target.table} what is selected elsewhere")
            return
        for named in self.named[1:]:
            named.equal.add(target)
            target.equal.add(named)

    # What is not allowed.

    @property
    def sharded(self):
        return [named for named in self.named if named.by]

    def together(self):
        """The namings of sharded tables, those in one set that lie on one shard whatever the values are."""
        sets = []
        for named in self.sharded:
            joined = [one for one in sets if any(
                named.group == other.group and (other in named.equal or named.values & other.values - {None}
                                                and len(named.values) == len(other.values) == 1) for other in one)]
            sets = [one for one in sets if one not in joined] + [set().union({named}, *joined)]
        return sets

    def faults(self):
        found, sharded, tables = self.found, self.sharded, {named.table for named in self.named}
        inside = {named.table for named in self.named if not named.outside}
        unknown = set() if self.unread else {table for table in inside if not self.sharding.kind(table)} - self.sharding.apart
        found += [f"names {table}, which has no place" for table in sorted(unknown)]
        if inside & self.sharding.apart and inside - self.sharding.apart:
            found.append("joins tables of two databases")
        kinds = {named.kind for named in self.named}
        if sharded and "coordinator" in kinds:
            found.append(f"joins a sharded table with one of the coordinator: {', '.join(sorted(tables))}")
        if sharded and self.target and not self.target.by:
            found.append(f"changes {self.target.table} by what is in a sharded table")
        if len(self.together()) > 1:
            found.append("joins sharded tables otherwise than by what they are sharded by: "
                         + ", ".join(sorted(named.table for named in sharded)))
        if sharded or self.mentions(self.tree):
            found += [f"holds {word}, which is to be judged by hand" for word in self.unread]
        for named in getattr(self, "locked", []):
            if named.by and not self.values_of(named):
                found.append(f"locks rows of {named.table} on many shards")
        if self.target and self.target.by:
            self.faults_of_change()
        return found

    def faults_of_change(self):
        target, conflict = self.target, getattr(self.tree, "onConflictClause", None)
        changed = [column.name for column in getattr(self.tree, "targetList", None) or ()]
        if conflict:
            changed += [column.name for column in conflict.targetList or ()]
            named = [element.name for element in conflict.infer.indexElems] if conflict.infer else []
            if target.by not in named and (named or conflict.action == OnConflictAction.ONCONFLICT_UPDATE):
                self.found.append(f"meets a conflict in {target.table} without {target.by}")
        if target.by in changed:
            self.found.append(f"changes {target.by}, by which {target.table} is sharded")

    # Where it is run.

    def values_of(self, named):
        """What the sharding column is, by what the statement says; empty when it goes to all shards."""
        return set().union(*(other.values for one in self.together() if named in one for other in one)) - {None}

    def shards(self, given):
        """Tables and the value by which each is reached; None for all shards. `given`: the parameters' values."""
        reached = []
        for named in self.sharded:
            values = self.values_of(named)
            reached += [(named.table, given.get(one, one)) for one in values] or [(named.table, None)]
        return reached
